package org.passerelle.portal.ordering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.payment.EpcQrCode;
import org.passerelle.payment.Payable;
import org.passerelle.ui.Fact;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// How to pay an order by transfer, as a PDF for whoever pays at the member's (PAY-01): tagged for
/// readers that speak, with the code that a bank's app reads.
@Component
class PaymentPdf {
    private static final String TEMPLATE = "portal/ordering/payment-pdf.jte";

    private final TemplateEngine templates;

    PaymentPdf(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] write(
            Words words,
            String office,
            String number,
            String organisation,
            String instructions,
            Payable payable) {
        var amount = words.money(payable.missing());
        var html = new StringOutput();
        templates.render(
                TEMPLATE,
                Map.of(
                        "sheet",
                        new PaymentSheet(
                                words,
                                office,
                                number,
                                organisation,
                                amount,
                                facts(words, payable),
                                instructions,
                                payable.epc().map(PaymentPdf::address),
                                words.get(
                                        "ordering.pay.qr",
                                        amount,
                                        payable.communication().toString()))),
                html);
        return drawn(html.toString());
    }

    private static List<Fact> facts(Words words, Payable payable) {
        return List.of(
                Fact.of(words.get("ordering.pay.amount"), words.money(payable.missing())),
                Fact.of(words.get("ordering.pay.beneficiary"), payable.beneficiary()),
                Fact.of("IBAN", payable.iban()),
                Fact.of("BIC", payable.bic()),
                Fact.of(
                        words.get("ordering.pay.communication"),
                        payable.communication().toString()));
    }

    private static String address(EpcQrCode code) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(code.png());
    }

    private static byte[] drawn(String html) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (var bytes = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .withProducer("Passerelle")
                    .withHtmlContent(html, null)
                    .useFont(font("text-regular"), "Passerelle Text", 400, FontStyle.NORMAL, true)
                    .useFont(font("text-bold"), "Passerelle Text", 700, FontStyle.NORMAL, true)
                    .toStream(bytes)
                    .run();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static com.openhtmltopdf.extend.FSSupplier<java.io.InputStream> font(String name) {
        return () ->
                Objects.requireNonNull(
                        PaymentPdf.class.getResourceAsStream("/invoicing/fonts/" + name + ".ttf"),
                        name);
    }
}
