package org.passerelle.portal.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.payment.EpcQrCode;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@Requirement("PAY-01")
class PaymentPdfTest {
    private final MockMvcTester pages;
    private final OrderingFixture house;

    PaymentPdfTest(@Autowired WebApplicationContext product, @Autowired OrderingFixture house) {
        this.pages = As.pages(product);
        this.house = house;
    }

    private MvcTestResult get(OrderingFixture.Buyer buyer, String path) {
        return pages.get().uri(path).with(As.person(buyer.holder())).exchange();
    }

    @Test
    void the_sheet_says_how_to_pay_and_a_banks_app_reads_it() throws Exception {
        var buyer = house.qualified();
        var order = house.placed(buyer, WINDOWS, "2");
        var payable = house.payments.get(order.number().payable());
        var path = "/orders/" + order.number() + "/payment.pdf";
        assertThat(get(buyer, "/orders/" + order.number())).bodyText().contains(path);

        var answer = get(buyer, path);

        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        try (var document = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            payable.iban(),
                            payable.bic(),
                            payable.beneficiary(),
                            payable.communication().toString(),
                            "Comment payer la commande " + order.number());
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            var width = page.getWidth();
            var pixels = page.getRGB(0, 0, width, page.getHeight(), null, 0, width);
            var picture = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            var seen = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture)));
            assertThat(seen.getText())
                    .isEqualTo(payable.epc().map(EpcQrCode::payload).orElseThrow());
        }
    }

    @Test
    void there_is_no_sheet_for_what_is_paid_or_anothers() {
        var buyer = house.qualified();
        var paid = house.paid(buyer, WINDOWS, "1");
        var order = house.placed(house.qualified(), WINDOWS, "1");

        assertThat(get(buyer, "/orders/" + paid.number() + "/payment.pdf")).hasStatus(404);
        assertThat(get(buyer, "/orders/" + order.number() + "/payment.pdf")).hasStatus(404);
        assertThat(get(buyer, "/orders/x/payment.pdf")).hasStatus(404);
    }
}
