package org.passerelle.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.joda.money.Money;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.domain.Delivered;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.tax.TaxCategory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// An invoice about something delivered long ago, for tests of pages.
@Component
public final class IssuedInvoice {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 2, 29);

    @Autowired InvoiceBook book;
    @Autowired Invoicing invoicing;
    @Autowired Organisations organisations;
    @Autowired Packs packs;
    @Autowired TransactionTemplate transactions;

    /// What listeners still hear of an organisation that is quite new changes its buyer only after
    /// the invoice.
    public InvoiceNumber to(OrganisationId organisation, OfficeId office) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    book.hold(organisation);
                    return issued(organisation, office);
                }));
    }

    private InvoiceNumber issued(OrganisationId organisation, OfficeId office) {
        var order = ThreadLocalRandom.current().nextLong(1_000_000_000L, Long.MAX_VALUE);
        var fee = Money.of(packs.get(office).office().currency(), new BigDecimal("10.37"));
        var tax = AnyInvoice.tax(TaxCategory.STANDARD, BigDecimal.valueOf(17), fee.multipliedBy(2));
        var name = organisations.names(List.of(organisation)).getOrDefault(organisation, "");
        book.keep(organisation, Language.FR, named(name, AnyInvoice.of(1).buyer()));
        book.add(
                new Delivered(
                        office,
                        organisation,
                        order,
                        "a-partner",
                        "donation",
                        new Line(
                                Long.toString(order),
                                1,
                                "SKU-1",
                                "Suite bureautique",
                                2,
                                fee,
                                List.of(tax),
                                Optional.of(LONG_AGO)),
                        LONG_AGO));
        while (invoicing.issueNext(office, LONG_AGO, 100, Signature.of("test")).invoices() > 0) {}
        return invoicing.ofOrganisation(organisation).getFirst().number();
    }

    private static Invoice.Party named(String name, Invoice.Party like) {
        return new Invoice.Party(
                name,
                like.place(),
                like.numbers(),
                like.vatNumber(),
                like.vatChecked(),
                like.registration(),
                like.electronic(),
                like.email(),
                like.phone());
    }
}
