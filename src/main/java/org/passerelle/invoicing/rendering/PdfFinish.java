package org.passerelle.invoicing.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// What a drawn document still lacks: the rule of arches, the file for machines, its dates.
final class PdfFinish {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float MARGIN = 20 * MILLIMETRE;
    private static final float TOP = 12 * MILLIMETRE;
    private static final float ARCH = 8.5f * MILLIMETRE;
    private static final float DECK = 0.9f * MILLIMETRE;
    private static final float PIER = 0.8f * MILLIMETRE;
    private static final float HEIGHT = 6.2f * MILLIMETRE;

    /// How far the handles of a Bézier curve stand out for a quarter of a circle.
    private static final float QUARTER = 0.5523f;

    private PdfFinish() {}

    /// Arches across the top of the first page: no content, so nobody who listens is told of them.
    static void arches(PDDocument document) throws IOException {
        var page = document.getPage(0);
        var width = page.getMediaBox().getWidth() - 2 * MARGIN;
        var top = page.getMediaBox().getHeight() - TOP;
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setNonStrokingColor(0x5c / 255f, 0x2a / 255f, 0x62 / 255f);
            var count = Math.round(width / ARCH);
            content.moveTo(MARGIN + width, top - HEIGHT);
            content.lineTo(MARGIN + width, top);
            content.lineTo(MARGIN, top);
            for (var place = 0; place < count; place++) {
                arch(content, MARGIN + place * width / count, top, width / count);
            }
            content.closePath();
            content.fill();
            content.endMarkedContent();
        }
    }

    /// The lower edge of one arch, from left to right: pier, opening, pier.
    private static void arch(PDPageContentStream content, float x, float top, float width)
            throws IOException {
        var bottom = top - HEIGHT;
        var radius = width / 2 - PIER;
        var crown = top - 2 * DECK;
        var spring = crown - radius;
        var left = x + PIER;
        var right = x + width - PIER;
        var middle = x + width / 2;
        var handle = radius * QUARTER;
        content.lineTo(x, bottom);
        content.lineTo(left, bottom);
        content.lineTo(left, spring);
        content.curveTo(left, spring + handle, middle - handle, crown, middle, crown);
        content.curveTo(middle + handle, crown, right, spring + handle, right, spring);
        content.lineTo(right, bottom);
        content.lineTo(x + width, bottom);
    }

    /// Keeps a file inside, as another form of the same document.
    static void attach(PDDocument document, String name, byte[] file, LocalDate day)
            throws IOException {
        var embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(file));
        embedded.setSubtype("text/xml");
        embedded.setSize(file.length);
        embedded.setCreationDate(calendar(day));
        embedded.setModDate(calendar(day));
        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription("UBL 2.1, Peppol BIS Billing 3.0");
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification
                .getCOSObject()
                .setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Alternative"));
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, specification));
        var catalogue = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalogue);
        names.setEmbeddedFiles(files);
        catalogue.setNames(names);
        var associated = new COSArray();
        associated.add(specification.getCOSObject());
        catalogue.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    private static Calendar calendar(LocalDate day) {
        return GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC));
    }
}
