package org.passerelle.invoicing.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.passerelle.invoicing.Invoice;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// Writes an invoice or a credit note as a PDF for people (INV-03): in the language of the invoice,
/// tagged for readers that speak (PDF/UA), to be kept (PDF/A-3), its form for machines inside.
@Component
public final class InvoicePdf {
    private static final String TEMPLATE = "invoicing/invoice.jte";
    private static final byte[] SCREEN_COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final TemplateEngine templates;
    private final WordBook words;

    /// @param templates the compiled ones
    public InvoicePdf(TemplateEngine templates, WordBook words) {
        this.templates = templates;
        this.words = words;
        XRLog.setLoggingEnabled(false);
    }

    /// The document. It is drawn with the JDK's own tools for XML: looking for others in all
    /// libraries, anew for each document, would take two fifths of the time.
    ///
    /// @param forMachines the same invoice as UBL, kept inside
    public byte[] write(Invoice invoice, Optional<byte[]> forMachines) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return drawn(invoice, forMachines);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private byte[] drawn(Invoice invoice, Optional<byte[]> forMachines) {
        try (var document = new PDDocument()) {
            draw(document, html(invoice));
            PdfFinish.arches(document);
            if (forMachines.isPresent()) {
                PdfFinish.attach(
                        document, invoice.number() + ".xml", forMachines.get(), invoice.issuedOn());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html(Invoice invoice) {
        var html = new StringOutput(32_768);
        templates.render(
                TEMPLATE,
                Map.of("sheet", new InvoiceSheet(invoice, words.in(invoice.language()))),
                html);
        return html.toString();
    }

    private static void draw(PDDocument document, String html) throws IOException {
        var builder =
                new PdfRendererBuilder()
                        .usePDDocument(document)
                        .usePdfUaAccessibility(true)
                        .usePdfAConformance(PdfAConformance.PDFA_3_U)
                        .useColorProfile(SCREEN_COLOURS)
                        .withProducer("Passerelle")
                        .withHtmlContent(html, null);
        font(builder, "text-regular", "Passerelle Text", 400);
        font(builder, "text-bold", "Passerelle Text", 700);
        font(builder, "display-bold", "Passerelle Display", 700);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFKeepOpen();
        }
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> resource(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream resource(String font) {
        return Objects.requireNonNull(
                InvoicePdf.class.getResourceAsStream("/invoicing/fonts/" + font + ".ttf"), font);
    }
}
