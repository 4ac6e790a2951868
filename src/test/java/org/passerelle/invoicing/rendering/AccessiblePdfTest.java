package org.passerelle.invoicing.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.invoicing.AnyInvoice;
import org.passerelle.invoicing.Invoice;
import org.passerelle.kernel.Language;
import org.passerelle.words.WordBook;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// The PDF of an invoice as veraPDF judges it: by the rules of PDF/UA-1, for people who hear or
/// enlarge it, and of PDF/A-3u, for the archive.
@Requirement("INV-03")
class AccessiblePdfTest {
    private static final InvoicePdf PDF =
            new InvoicePdf(
                    TemplateEngine.createPrecompiled(
                            null, ContentType.Html, null, "org.passerelle.ui.templates"),
                    WordBook.ofClasspath());

    private static byte[] written(Invoice.Kind kind, Language language) {
        var invoice =
                LongStream.range(0, 1000)
                        .mapToObj(AnyInvoice::of)
                        .filter(one -> one.kind() == kind && one.lines().size() > 3)
                        .findFirst()
                        .orElseThrow();
        var ubl = Optional.of(InvoiceUbl.write(invoice)).filter(_ -> kind == Invoice.Kind.INVOICE);
        return PDF.write(AnyInvoice.in(language, invoice), ubl);
    }

    private static List<String> complaints(byte[] pdf, PDFAFlavour rules) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), rules);
                var validator = foundry.createValidator(rules, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(1000);
            return result.getTestAssertions().stream()
                    .map(said -> said.getRuleId().getClause() + " " + said.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FR", "EN"})
    void invoices_and_credit_notes_break_no_rule_of_accessible_and_of_archived_pdf(
            Language language) throws Exception {
        for (var kind : Invoice.Kind.values()) {
            var pdf = written(kind, language);

            assertThat(complaints(pdf, PDFAFlavour.PDFUA_1))
                    .as(kind + " in " + language.name().toLowerCase(Locale.ROOT))
                    .isEmpty();
            assertThat(complaints(pdf, PDFAFlavour.PDFA_3_U)).isEmpty();
        }
    }

    /// The rules bite: without its tags and its language the same invoice is refused.
    @Test
    void without_tags_and_language_it_is_refused() throws Exception {
        var right = written(Invoice.Kind.INVOICE, Language.FR);
        try (var document = Loader.loadPDF(right)) {
            document.getDocumentCatalog().setStructureTreeRoot(null);
            document.getDocumentCatalog().setLanguage("");
            var spoilt = new ByteArrayOutputStream();
            document.save(spoilt);

            assertThat(complaints(spoilt.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        }
    }
}
