package org.passerelle.document.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;

/// Says what a file is by its bytes. Its name is never asked.
final class MediaTypes {
    private static final String ZIP = "application/zip";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final TikaConfig tika;

    MediaTypes() {
        try {
            tika = new TikaConfig();
        } catch (TikaException | IOException e) {
            throw new IllegalStateException("The table of media types does not load", e);
        }
    }

    String of(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            var type = tika.getDetector().detect(bytes, new Metadata()).getBaseType().toString();
            return type.equals(ZIP) || type.equals("application/x-tika-ooxml")
                    ? insideZip(file)
                    : type;
        }
    }

    /// Word's files are archives whose magic says no more than that. Only the list of names is
    /// read, nothing is unpacked; one with macros stays an archive.
    private static String insideZip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var isWord =
                    zip.getEntry("[Content_Types].xml") != null
                            && zip.getEntry("word/document.xml") != null;
            var hasMacros =
                    zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
            return isWord && !hasMacros ? WORD : ZIP;
        } catch (ZipException e) {
            return ZIP;
        }
    }
}
