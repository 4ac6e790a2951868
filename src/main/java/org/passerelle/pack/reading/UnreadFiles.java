package org.passerelle.pack.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Names files of a pack that no reader looks at: their author believes that they count.
final class UnreadFiles {
    private static final Set<String> TOP_FILES =
            Set.of(
                    "pack.yaml",
                    "office.yaml",
                    "activities.yaml",
                    "rates.yaml",
                    "requests.yaml",
                    "articles.yaml",
                    "deals.yaml");
    private static final Set<String> FOLDERS = Set.of("partners", "programmes", "offers");

    private final Problems problems;

    UnreadFiles(Problems problems) {
        this.problems = problems;
    }

    void check(Layer layer) {
        for (var link : layer.strayLinks()) {
            add(layer, link, "is a link that leads to no file of this pack; copy the file here");
        }
        layer.files().keySet().forEach(file -> check(layer, file));
    }

    private void check(Layer layer, String file) {
        var parts = file.split("/");
        var plain = file.toLowerCase(Locale.ROOT);
        if (isSpelledOtherwise(plain, ".yaml", ".yml", file)) {
            var end = file.lastIndexOf('.');
            add(
                    layer,
                    file,
                    "is not read: files of packs end in .yaml",
                    Optional.of(file.substring(0, end) + ".yaml"));
        } else if (file.endsWith(".yaml") && parts.length == 1) {
            if (!TOP_FILES.contains(file)) {
                problems.addWord(
                        Place.file(layer.shown(file)),
                        "is not read: no file of packs has this name",
                        file,
                        TOP_FILES);
            }
        } else if (file.endsWith(".yaml") && !(parts.length == 2 && FOLDERS.contains(parts[0]))) {
            problems.addWord(
                    Place.file(layer.shown(file)),
                    "is not read: YAML files lie directly in partners, programmes or offers",
                    parts[0],
                    FOLDERS);
        } else if (plain.startsWith("texts/")) {
            text(layer, file, parts);
        } else if (FOLDERS.contains(parts[0]) && !file.endsWith(".yaml")) {
            add(layer, file, "is not read: only files that end in .yaml lie in " + parts[0]);
        }
    }

    private void text(Layer layer, String file, String[] parts) {
        if (!parts[0].equals("texts")) {
            add(
                    layer,
                    file,
                    "is not read: texts lie in a folder of this name",
                    Optional.of("texts"));
        } else if (!file.endsWith(".md")) {
            add(layer, file, "is not read: texts are Markdown and end in .md");
        }
    }

    private static boolean isSpelledOtherwise(
            String plain, String right, String other, String written) {
        return plain.endsWith(other) || plain.endsWith(right) && !written.endsWith(right);
    }

    private void add(Layer layer, String file, String what) {
        add(layer, file, what, Optional.empty());
    }

    private void add(Layer layer, String file, String what, Optional<String> meant) {
        problems.add(Place.file(layer.shown(file)), what, meant);
    }
}
