package org.passerelle.invoicing.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.invoicing.AnyInvoice;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.invoicing.domain.InvoiceBook.Form;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;

/// The guard over every electronic invoice bites, and stands in the product of the tests.
@ProductTest
@Requirement("INV-03")
class EveryDocumentTest {
    @Autowired InvoiceBook ofTheProduct;

    private final InvoiceBook book =
            (InvoiceBook)
                    EveryDocument.watched(
                            Proxy.newProxyInstance(
                                    InvoiceBook.class.getClassLoader(),
                                    new Class<?>[] {InvoiceBook.class},
                                    (_, _, _) -> null));

    private void keep(Invoice invoice, byte[] xml) {
        book.keep(invoice.office(), invoice.number(), Form.UBL, xml, Instant.EPOCH);
    }

    @Test
    void a_wrong_document_is_not_kept_and_fails_the_test_under_way() {
        var invoice = AnyInvoice.of(3);
        var right = InvoiceUbl.write(invoice);
        var wrong =
                new String(right, UTF_8)
                        .replaceFirst("(<cbc:TaxInclusiveAmount[^>]*>)", "$11")
                        .getBytes(UTF_8);
        var before = EveryDocument.judged();

        keep(invoice, right);
        assertThatThrownBy(() -> keep(invoice, wrong)).hasMessageContaining("BR-CO-15");

        assertThat(EveryDocument.judged()).isEqualTo(before + 2);
        assertThat(EveryDocument.wrong()).singleElement().asString().contains("BR-CO-15");
    }

    @Test
    void the_product_of_the_tests_is_watched() {
        assertThat(AopUtils.isAopProxy(ofTheProduct)).isTrue();
        assertThat(((org.springframework.aop.framework.Advised) ofTheProduct).getAdvisors())
                .anyMatch(one -> one.getAdvice().getClass().getName().contains("EveryDocument"));
    }
}
