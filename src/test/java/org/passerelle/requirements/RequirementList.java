package org.passerelle.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The requirements as `docs/spec/requirements.md` lists them: id to text, in that order.
record RequirementList(Map<String, String> texts) {
    static final Path FILE = Path.of("docs/spec/requirements.md");

    private static final Pattern LINE =
            Pattern.compile("- (?<id>[A-Z]{3}-\\d{2}) (?:\\+ |\\([^)]*\\) )?(?<text>.+)");
    private static final int SHORT = 110;

    static RequirementList read() throws IOException {
        return of(Files.readString(FILE));
    }

    static RequirementList of(String markdown) {
        var texts = new LinkedHashMap<String, String>();
        for (var line : markdown.lines().toList()) {
            var found = LINE.matcher(line);
            if (found.matches() && texts.put(found.group("id"), found.group("text")) != null) {
                throw new IllegalArgumentException("Listed twice: " + found.group("id"));
            }
        }
        return new RequirementList(texts);
    }

    boolean has(String id) {
        return texts.containsKey(id);
    }

    /// The beginning of the text, to the end of a sentence or a word, fit for a table's cell.
    String shortText(String id) {
        var text = texts.getOrDefault(id, "").replace("|", "\\|");
        var sentence = text.split("(?<=[.:]) ", 2)[0];
        if (sentence.length() <= SHORT) {
            return sentence;
        }
        return sentence.substring(0, sentence.lastIndexOf(' ', SHORT)) + " …";
    }
}
