package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.awaitility.Awaitility;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.BankFiles;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.ledger.Ledger;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.organisation.Organisations;
import org.passerelle.payment.Payments;
import org.passerelle.payment.TransferSchema;
import org.springframework.beans.factory.annotation.Autowired;

/// A month in finance, in a browser: the bank's file in, what is left decided, money back, the
/// month's invoices out, a credit note, books that balance; and what a member sees of it.
@ProductTest
@BrowserTest
class MonthInFinanceJourneyTest {
    @Autowired OrderingFixture house;
    @Autowired Organisations organisations;
    @Autowired Payments payments;
    @Autowired Invoicing invoicing;
    @Autowired Ledger ledger;
    @Autowired People people;
    @Autowired DSLContext db;
    @Autowired Clock clock;

    private final BankFiles bank = new BankFiles();
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void today() {
        today = clock.instant().atZone(house.pack().office().zone()).toLocalDate();
    }

    private static Visitor signedIn(Browsing browsing, Person person) {
        return browsing.visitor().signIn(person.username(), Accounts.PASSWORD);
    }

    private static String gross(Order order) {
        return order.total().gross().getAmount().toPlainString();
    }

    private String communication(Order order) {
        return payments.get(order.number().payable()).communication().toString();
    }

    private void isPaid(Order order) {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(house.ordering.order(order.number()).orElseThrow().state())
                                .isInstanceOf(OrderState.InFulfilment.class));
    }

    @Test
    @Requirement({"PAY-02", "PAY-05", "INV-01", "ORD-09"})
    void from_the_banks_file_to_books_that_balance(Browsing browsing) throws IOException {
        var exact = house.qualified();
        var paid = house.placed(exact, WINDOWS, "2");
        var mistyped = house.qualified();
        var halfTold = house.placed(mistyped, WINDOWS, "3");
        var generous = house.placed(house.qualified(), WINDOWS, "1");
        bank.credit(today, gross(paid), "Trésorerie", communication(paid))
                .credit(today, gross(halfTold), typo(name(mistyped)), "pour les logiciels")
                .credit(
                        today,
                        generous.total().gross().plus(5).getAmount().toPlainString(),
                        "Caisse",
                        communication(generous))
                .credit(today, "7.77", "Quelqu’un", bank.name())
                .credit(today, "4.11", "Carla", bank.name());
        var finance = signedIn(browsing, Accounts.staff(people, Role.FINANCE));

        finance.open("/staff/finance");
        finance.sees("Pour clore").look("finance-month-before");
        takes(finance, bank.file());
        finance.sees("5 mouvements, dont 5 nouveaux").look("bank-after-import");
        isPaid(paid);
        takes(finance, bank.file());
        finance.sees("tous déjà connus");

        finance.press("Attribuer à la commande " + halfTold.number()).sees("est attribué");
        isPaid(halfTold);
        sendsBack(finance, "7,77");
        setsAside(finance, "4,11");
        finance.open("/staff/finance");
        finance.follow("en trop").follow(generous.number().toString());
        finance.press("Rendre 5,00").sees("notés à rendre");
        transfers(finance);

        delivered(exact, paid);
        finance.open("/staff/invoices");
        finance.look("invoices-before-the-run");
        finance.press("Facturer maintenant");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(invoicing.ofOrganisation(exact.organisation())).hasSize(1));
        var number = invoicing.ofOrganisation(exact.organisation()).getFirst().number();
        finance.open("/staff/invoices/" + number);
        finance.sees("Windows").look("invoice-of-staff");
        assertThat(new String(saved(finance, "PDF"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");

        finance.page().locator("[name=units-1]").fill("1");
        finance.page().locator("[name=reason]").fill("Une licence de trop.");
        finance.press("Établir la note de crédit").sees("Note de crédit");
        finance.look("credit-note-of-staff");

        finance.open("/staff/finance");
        finance.sees("Les comptes sont équilibrés").sees("Microsoft").look("finance-month-after");
        finance.follow("Les comptes sont équilibrés").sees("La somme est zéro");
        assertThat(booksAreBalanced()).isTrue();
        finance.open("/staff/ledger/organisations/" + exact.organisation());
        finance.sees("Facture " + number).sees("Note de crédit").look("ledger-of-an-organisation");

        var member = signedIn(browsing, exact.holder());
        member.open("/invoices");
        member.sees(number.toString()).look("invoices-of-a-member");
        member.open("/organisation/balance");
        member.sees("Note de crédit").look("balance-of-a-member");
    }

    /// The organisation's name with a letter left out.
    private static String typo(String name) {
        return name.substring(0, 3) + name.substring(4);
    }

    private String name(Buyer buyer) {
        return organisations.find(buyer.organisation()).orElseThrow().name();
    }

    private static void takes(Visitor finance, String file) {
        finance.open("/staff/bank");
        var upload = finance.page().locator("details:has([name=file])");
        if (upload.getAttribute("open") == null) {
            upload.locator("summary").click();
        }
        finance.page()
                .locator("[name=file]")
                .setInputFiles(
                        new FilePayload(
                                "releve.xml", "text/xml", file.getBytes(StandardCharsets.UTF_8)));
        finance.press("Importer");
    }

    /// Money that nobody can place goes back to the account it came from.
    private static void sendsBack(Visitor finance, String amount) {
        finance.open("/staff/bank");
        finance.pageThroughTo(amount);
        finance.page()
                .locator("tr", new Page.LocatorOptions().setHasText(amount))
                .last()
                .getByRole(AriaRole.LINK)
                .last()
                .click();
        finance.sees(amount).look("movement-to-decide");
        finance.page().locator("[name=back-reason]").fill("Personne ne sait pour quoi c’est.");
        finance.press("Renvoyer").sees("repart");
    }

    /// What nobody can place and nobody wants back is ticked and set aside in one go.
    private static void setsAside(Visitor finance, String amount) {
        finance.open("/staff/bank");
        finance.pageThroughTo(amount);
        var boxes = finance.page().locator("tbody [name=movement]");
        var all = finance.page().getByLabel("Tout cocher");
        all.check();
        assertThat(boxes.all()).allMatch(Locator::isChecked);
        all.uncheck();
        assertThat(boxes.all()).noneMatch(Locator::isChecked);
        finance.page()
                .locator("tr", new Page.LocatorOptions().setHasText(amount))
                .last()
                .getByRole(AriaRole.CHECKBOX)
                .check();
        finance.page().getByText("Mettre de côté les mouvements cochés").click();
        finance.look("movements-to-set-aside");
        finance.press("Mettre de côté").sees("Choisissez de quoi il s’agit");
        finance.page().locator("[name=purpose]").selectOption("other");
        finance.page().locator("[name=aside-reason]").fill("Dons sans nom.");
        finance.press("Mettre de côté").sees("Un mouvement est mis de côté");
    }

    private static void transfers(Visitor finance) throws IOException {
        finance.open("/staff/payouts");
        finance.pageThroughTo("7,77").look("payouts-due");
        finance.press("Écrire un fichier de virements").sees("est écrit");
        var bytes = saved(finance, "Enregistrer le fichier");
        assertThat(TransferSchema.complaints(bytes)).isEmpty();
        var file = new String(bytes, StandardCharsets.UTF_8);
        assertThat(file).contains("pain.001.001.09", ">7.77<", ">5.00<", "Quelqu", "Caisse");
    }

    private static byte[] saved(Visitor visitor, String link) throws IOException {
        Download file =
                visitor.page()
                        .waitForDownload(() -> visitor.find(AriaRole.LINK, link).first().click());
        return Files.readAllBytes(file.path());
    }

    /// Handed over; last month, as invoicing has it.
    private void delivered(Buyer buyer, Order order) {
        house.handsKey(order, "AAAAA-BBBBB", true);
        Awaitility.await()
                .until(() ->
                        db.execute(
                                        "update invoicing.line set delivered_on = ?"
                                                + " where organisation = ? and document is null",
                                        YearMonth.from(today).minusMonths(1).atEndOfMonth(),
                                        buyer.organisation().value())
                                == 1);
    }

    private boolean booksAreBalanced() {
        return ledger.trialBalance(
                        OFFICE,
                        CurrencyUnit.EUR,
                        LocalDate.of(2000, 1, 1),
                        LocalDate.of(2999, 12, 31))
                .all()
                .closing()
                .isZero();
    }
}
