package org.passerelle.verification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;

/// Pages of strangers' documents are drawn within bounds; what cannot be drawn is left alone.
@Requirement("VER-05")
class PdfPicturesTest {
    private final PdfPictures pictures = new PdfPictures();

    @TempDir Path folder;

    @Test
    void every_page_is_drawn_at_a_width_that_can_be_read() throws IOException {
        var file = saved(PDRectangle.A4, PDRectangle.A5);

        assertThat(pictures.pages(file)).isEqualTo(2);
        var image = ImageIO.read(new ByteArrayInputStream(pictures.page(file, 1).orElseThrow()));
        assertThat(image.getWidth()).isBetween(990, 1000);
        assertThat(pictures.page(file, 2)).isPresent();
        assertThat(pictures.page(file, 0)).isEmpty();
        assertThat(pictures.page(file, 3)).isEmpty();
    }

    @Test
    void a_page_as_long_as_a_street_is_drawn_small() throws IOException {
        var file = saved(new PDRectangle(100, 14_000));
        var image = ImageIO.read(new ByteArrayInputStream(pictures.page(file, 1).orElseThrow()));
        assertThat(image.getHeight()).isLessThanOrEqualTo(2400);
    }

    @Test
    void what_is_no_document_is_not_drawn() throws IOException {
        var file = folder.resolve("no.pdf");
        Files.writeString(file, "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
        assertThat(pictures.pages(file)).isZero();
        assertThat(pictures.page(file, 1)).isEmpty();
        assertThat(pictures.pages(folder.resolve("gone.pdf"))).isZero();
    }

    @Test
    void a_locked_document_is_not_drawn() throws IOException {
        var file = folder.resolve("locked.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
            document.save(file.toFile());
        }
        assertThat(pictures.pages(file)).isZero();
    }

    @Test
    void a_picture_that_claims_to_be_enormous_is_not_unpacked() throws IOException {
        var file = folder.resolve("bomb.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            var claim = new ByteArrayInputStream(new byte[16]);
            var image =
                    new PDImageXObject(
                            document,
                            claim,
                            COSName.FLATE_DECODE,
                            90_000,
                            90_000,
                            8,
                            org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray.INSTANCE);
            var resources = new PDResources();
            resources.add(image);
            page.setResources(resources);
            document.addPage(page);
            document.save(file.toFile());
        }
        assertThat(pictures.pages(file)).isEqualTo(1);
        assertThat(pictures.page(file, 1)).isEmpty();
    }

    private Path saved(PDRectangle... pages) throws IOException {
        var file = folder.resolve("pages.pdf");
        try (var document = new PDDocument()) {
            for (var size : pages) {
                var page = new PDPage(size);
                document.addPage(page);
                try (var line = new PDPageContentStream(document, page)) {
                    line.addRect(10, 10, 50, 20);
                    line.fill();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    @Test
    void a_white_sheet_is_not_shown_as_if_it_were_the_document() throws IOException {
        var file = folder.resolve("white.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.save(file.toFile());
        }

        assertThat(pictures.pages(file)).isEqualTo(1);
        assertThat(pictures.page(file, 1)).isEmpty();
    }
}
