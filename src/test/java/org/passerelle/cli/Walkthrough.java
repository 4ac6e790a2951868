package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The pack that `docs/packs.md` builds step by step.
final class Walkthrough {
    private static final Pattern FILE =
            Pattern.compile("```(?:yaml|markdown) file=(\\S+)\n(.*?)```", Pattern.DOTALL);

    private Walkthrough() {}

    /// Its files by their path in the pack.
    static Map<String, String> files() throws IOException {
        var files = new LinkedHashMap<String, String>();
        var matcher = FILE.matcher(Files.readString(Path.of("docs/packs.md")));
        while (matcher.find()) {
            if (!matcher.group(1).startsWith("..")) {
                files.put(matcher.group(1), matcher.group(2));
            }
        }
        return files;
    }
}
