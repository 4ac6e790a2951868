package org.passerelle.invoicing.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.invoicing.AnyInvoice;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.Invoice.Kind;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.invoicing.InvoiceNumber;
import org.passerelle.kernel.Language;
import org.passerelle.tax.TaxCategory;
import org.passerelle.words.WordBook;

@Requirement("INV-03")
class InvoicePdfTest {
    private static final WordBook WORDS = WordBook.ofClasspath();
    private static final InvoicePdf PDF =
            new InvoicePdf(
                    TemplateEngine.createPrecompiled(
                            null, ContentType.Html, null, "org.passerelle.ui.templates"),
                    WORDS);

    private static PDDocument drawn(Invoice invoice) throws IOException {
        return Loader.loadPDF(PDF.write(invoice, Optional.empty()));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
    }

    private static Invoice first(java.util.function.Predicate<Invoice> wanted) {
        return LongStream.range(0, 1000)
                .mapToObj(AnyInvoice::of)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static Invoice in(Language language, Invoice one) {
        return AnyInvoice.in(language, one);
    }

    private static Invoice open() {
        return first(one ->
                one.kind() == Kind.INVOICE
                        && one.payable().isPositive()
                        && one.account().isPresent()
                        && one.lines().size() > 3
                        && one.taxes().size() > 2);
    }

    /// Keeps pictures of the pages for people to look at.
    private static List<BufferedImage> pictures(PDDocument document, String name)
            throws IOException {
        var folder = Files.createDirectories(Path.of("target", "screenshots"));
        var renderer = new PDFRenderer(document);
        var pages = new ArrayList<BufferedImage>();
        for (var page = 0; page < document.getNumberOfPages(); page++) {
            var picture = renderer.renderImageWithDPI(page, 110);
            ImageIO.write(
                    picture,
                    "png",
                    folder.resolve("invoice-" + name + "-" + (page + 1) + ".png").toFile());
            pages.add(picture);
        }
        return pages;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_person_reads_number_parties_lines_taxes_and_totals(Language language)
            throws IOException {
        var invoice = in(language, open());
        var words = WORDS.in(language);
        try (var document = drawn(invoice)) {
            pictures(document, language.code());
            var text = text(document);

            assertThat(text)
                    .contains(
                            invoice.number().toString(),
                            invoice.seller().name(),
                            invoice.buyer().name(),
                            words.get("invoicing.kind.INVOICE"));
            for (var line : invoice.lines()) {
                assertThat(text).contains(line.sku(), shown(words.money(line.net())));
            }
            for (var tax : invoice.taxes()) {
                assertThat(text).contains(shown(words.money(tax.amount())));
                tax.reason().ifPresent(reason -> assertThat(text).contains(reason));
            }
            assertThat(text)
                    .contains(
                            shown(words.money(invoice.gross())),
                            shown(words.money(invoice.payable())),
                            "LU28 0019 4006 4475 0000",
                            "+++123/1234/12328+++");
            assertThat(text).doesNotContain("invoicing.", "#");
        }
    }

    private static String shown(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void it_is_tagged_titled_and_says_its_language() throws IOException {
        var invoice = in(Language.FR, open());
        try (var document = drawn(invoice)) {
            var catalogue = document.getDocumentCatalog();
            var tags = new LinkedHashMap<String, Integer>();
            count(catalogue.getStructureTreeRoot(), tags);

            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getLanguage()).isEqualTo("fr");
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Facture " + invoice.number());
            assertThat(tags).containsKeys("H1", "H2", "Table", "TH", "TD", "Figure", "P");
            assertThat(new ArrayList<>(tags.keySet()).indexOf("H1"))
                    .as("whoever hears the page hears the title before other headings")
                    .isLessThan(new ArrayList<>(tags.keySet()).indexOf("H2"));
            assertThat(tags.get("TR")).isGreaterThan(invoice.lines().size());
            var meta = new String(catalogue.getMetadata().toByteArray(), UTF_8);
            assertThat(meta).contains("pdfuaid:part", "pdfaid:part");
        }
    }

    private static void count(PDStructureNode node, Map<String, Integer> tags) {
        if (node instanceof PDStructureElement element) {
            tags.merge(element.getStandardStructureType(), 1, Integer::sum);
        }
        node.getKids().stream()
                .filter(PDStructureNode.class::isInstance)
                .map(PDStructureNode.class::cast)
                .forEach(kid -> count(kid, tags));
    }

    @Test
    void every_font_is_inside() throws IOException {
        try (var document = drawn(open())) {
            var fonts = new ArrayList<PDFont>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }

            assertThat(fonts).hasSizeGreaterThanOrEqualTo(3).allMatch(PDFont::isEmbedded);
            assertThat(fonts).allMatch(font -> font.getName().contains("Passerelle"));
        }
    }

    @Test
    void a_banking_app_reads_the_code_as_printed() throws Exception {
        var invoice = open();
        try (var document = drawn(invoice)) {
            var page =
                    new PDFRenderer(document)
                            .renderImageWithDPI(document.getNumberOfPages() - 1, 200);
            var width = page.getWidth();
            var height = page.getHeight();
            var pixels = page.getRGB(0, 0, width, height, null, 0, width);
            var picture = new RGBLuminanceSource(width, height, pixels);
            var seen = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture)));

            assertThat(seen.getText().lines())
                    .contains(
                            "LU280019400644750000",
                            "EUR" + invoice.payable().getAmount().toPlainString(),
                            "+++123/1234/12328+++");
        }
    }

    @Test
    void a_long_list_runs_over_pages_that_are_numbered_and_headed() throws IOException {
        var invoice = in(Language.EN, AnyInvoice.withLines(3, 120));
        try (var document = drawn(invoice)) {
            pictures(document, "long");
            var pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (var page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(document);
                assertThat(text).contains("Page " + page + "/" + pages);
                if (page < pages) {
                    assertThat(text).contains("Unit price");
                }
            }
            assertThat(text(document)).contains(WORDS.in(Language.EN).money(invoice.gross()));
        }
    }

    @Test
    void a_credit_note_names_the_invoice_and_why_and_asks_for_nothing() throws IOException {
        var note = in(Language.FR, first(one -> one.kind() == Kind.CREDIT_NOTE));
        try (var document = drawn(note)) {
            pictures(document, "credit");

            assertThat(text(document))
                    .contains(
                            "Note de crédit",
                            note.corrects().orElseThrow().number().toString(),
                            "Retour dans les 14 jours")
                    .doesNotContain("IBAN");
        }
    }

    @Test
    @Requirement("INV-02")
    void two_taxes_of_one_line_stand_below_each_other() throws IOException {
        var one = first(any -> any.kind() == Kind.INVOICE);
        var fee = Money.parse("CAD 40.00");
        var gst = tax("TPS", "5", fee);
        var qst = tax("TVQ", "9.975", fee);
        var line =
                new Line("10001", 1, "A-1", "Licence", 1, fee, List.of(gst, qst), Optional.empty());
        var invoice = AnyInvoice.with(in(Language.FR, one), List.of(line));
        try (var document = drawn(invoice)) {
            pictures(document, "two-taxes");

            assertThat(text(document))
                    .contains("TPS 5 %", "TVQ 9,975 %", "2,00 CAD", "3,99 CAD", "45,99 CAD");
        }
    }

    private static Tax tax(String name, String percent, Money base) {
        var rate = new BigDecimal(percent);
        var amount = AnyInvoice.tax(TaxCategory.STANDARD, rate, base).amount();
        return new Tax(
                name,
                Optional.of(name),
                rate,
                TaxCategory.STANDARD,
                Optional.empty(),
                base,
                amount);
    }

    @Test
    void its_form_for_machines_is_inside() throws IOException {
        var invoice = open();
        var ubl = InvoiceUbl.write(invoice);
        var pdf = PDF.write(invoice, Optional.of(ubl));
        Files.write(Path.of("target", "invoice.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var catalogue = document.getDocumentCatalog();
            var files = catalogue.getNames().getEmbeddedFiles().getNames();

            assertThat(files).containsOnlyKeys(invoice.number() + ".xml");
            var file = Objects.requireNonNull(files.get(invoice.number() + ".xml"));
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(ubl);
            assertThat(catalogue.getCOSObject().containsKey(COSName.getPDFName("AF"))).isTrue();
        }
    }

    @Test
    void a_number_is_read_as_it_is_printed() {
        var number = new InvoiceNumber("LU", 2026, 42);

        assertThat(number).hasToString("LU-2026-00042");
        assertThat(InvoiceNumber.parse("LU-2026-00042")).contains(number);
        assertThat(InvoiceNumber.parse("LU-2026-123456").orElseThrow().place()).isEqualTo(123456);
        assertThat(InvoiceNumber.parse("2026-42")).isEmpty();
    }
}
