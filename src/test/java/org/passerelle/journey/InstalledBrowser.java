package org.passerelle.journey;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the Chromium or Chrome of this machine. Nothing is ever downloaded.
public final class InstalledBrowser {
    /// The same browser without all that draws a window comes first: it needs less of the machine.
    private static final List<String> NAMES =
            List.of(
                    "chromium-headless-shell",
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable");

    private static final List<String> PLACES =
            List.of(
                    "/usr/bin/chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium");

    /// Why browser tests are not run; the requirement table recognises them by it.
    public static final String NONE_FOUND = "no Chromium or Chrome found";

    private InstalledBrowser() {}

    /// The program to start, from `CHROME_BIN`, the `PATH` or a usual place.
    public static Optional<Path> find() {
        return find(System.getenv());
    }

    static Optional<Path> find(Map<String, String> environment) {
        var named = environment.get("CHROME_BIN");
        if (named != null && !named.isBlank()) {
            // A wrong name must be told, not silently mended by another browser.
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        var folders =
                Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .toList();
        return Stream.concat(
                        NAMES.stream()
                                .flatMap(name ->
                                        folders.stream().map(folder -> Path.of(folder, name))),
                        PLACES.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Whether a missing browser is a failure of the build.
    static boolean isRequired(Map<String, String> environment) {
        return "true".equalsIgnoreCase(environment.get("CI"));
    }

    /// What to do where none was found.
    static String advice() {
        return NONE_FOUND
                + " on the PATH ("
                + String.join(", ", NAMES)
                + ") or in CHROME_BIN. Install one (Debian: apt-get install chromium) or set"
                + " CHROME_BIN, then run `mvn verify` again.";
    }
}
