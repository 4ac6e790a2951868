package org.passerelle.pack;

import java.nio.file.Path;
import java.util.Optional;

/// One thing wrong in a pack, and where (OPS-02).
///
/// `file` is relative to the pack's folder; `line` and `column` count from 1; `path` leads through
/// the keys to the place, such as `partners/example.yaml › programmes[0] › versions[1] ›
/// eligible[2]`; `meant` is the nearest right word.
public record PackError(
        String file, int line, int column, String path, String what, Optional<String> meant) {

    /// One line as compilers write it: `office.yaml:12:5: unknown key 'zon'; did you mean 'zone'?`
    public String describe() {
        return describe(file);
    }

    /// The same with the file as seen from where the reader stands, `folder` being the pack's.
    public String describeIn(Path folder) {
        return describe(
                file.equals(".") ? folder.toString() : folder.resolve(file).normalize().toString());
    }

    private String describe(String shownFile) {
        return "%s:%d:%d: %s%s%s"
                .formatted(
                        shownFile,
                        line,
                        column,
                        what,
                        meant.map(word -> "; did you mean '" + word + "'?").orElse(""),
                        path.equals(file) ? "" : " (" + path + ")");
    }
}
