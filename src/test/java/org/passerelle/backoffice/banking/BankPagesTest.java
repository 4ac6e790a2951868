package org.passerelle.backoffice.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.BankFiles;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.Banking;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.payment.Payments;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@Requirement("PAY-02")
class BankPagesTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private final MockMvcTester pages;
    private final OrderingFixture house;
    private final Banking banking;
    private final Payments payments;
    private final Person finance;
    private final BankFiles bank = new BankFiles();

    BankPagesTest(
            @Autowired WebApplicationContext product,
            @Autowired OrderingFixture house,
            @Autowired Banking banking,
            @Autowired Payments payments,
            @Autowired People people) {
        this.pages = As.pages(product);
        this.house = house;
        this.banking = banking;
        this.payments = payments;
        this.finance = Accounts.staff(people, Role.FINANCE);
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(As.person(finance)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = pages.post().uri(path).with(As.person(finance)).with(As.form());
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult upload(String... contents) {
        var request = pages.post().uri("/staff/bank/statements").multipart();
        for (var content : contents) {
            request.file(
                    new MockMultipartFile(
                            "file",
                            "november.xml",
                            "application/xml",
                            content.getBytes(StandardCharsets.UTF_8)));
        }
        return request.with(As.person(finance)).with(As.form()).exchange();
    }

    private String gross(Order order) {
        return order.total().gross().getAmount().toPlainString();
    }

    /// Orders hear of their payment a moment later.
    private void isGoingOn(Order order) {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(house.ordering.order(order.number()).orElseThrow().state())
                                .isInstanceOf(OrderState.InFulfilment.class));
    }

    private BankMovement last(View view) {
        return banking.movements(OFFICE, view, 0, 1000).movements().stream()
                .filter(one -> one.movement().text().contains(bank.name()))
                .toList()
                .getLast();
    }

    private static String path(BankMovement movement) {
        return "/staff/bank/movements/" + movement.id();
    }

    @Test
    void a_statement_is_taken_and_what_is_certain_is_paid_at_once() {
        var order = house.placed(house.qualified(), WINDOWS, "2");
        var communication = payments.get(order.number().payable()).communication();
        bank.credit(DAY, gross(order), "X", communication + " " + bank.name());

        assertThat(upload(bank.file())).hasStatus(302).hasRedirectedUrl("/staff/bank");

        isGoingOn(order);
        assertThat(get("/staff/bank?view=by-itself"))
                .hasStatusOk()
                .bodyText()
                .contains("pour la commande " + order.number(), "d’office");
        assertThat(get("/staff/bank?view=statements")).bodyText().contains("november.xml");
    }

    @Test
    void what_is_not_certain_is_suggested_with_reasons_and_assigned_by_one_click() {
        var order = house.placed(house.qualified(), WINDOWS, "3");
        var communication = payments.get(order.number().payable()).communication().digits();
        var wrong = communication.charAt(5) == '9' ? '1' : (char) (communication.charAt(5) + 1);
        var typed = communication.substring(0, 5) + wrong + communication.substring(6);
        upload(bank.credit(DAY, gross(order), "Y", typed + " " + bank.name()).file());
        var movement = last(View.OPEN);

        assertThat(get(path(movement)))
                .hasStatusOk()
                .bodyText()
                .contains("communication à un chiffre près, même montant")
                .contains("Attribuer à la commande " + order.number());
        assertThat(post(path(movement) + "/assign", "order", order.number().toString()))
                .hasStatus(302);

        isGoingOn(order);
        assertThat(post(path(movement) + "/assign", "order", order.number().toString()))
                .hasStatus(302)
                .hasRedirectedUrl(path(movement));
    }

    @Test
    void a_payment_is_shared_over_several_orders_and_a_slip_is_said() {
        var one = house.placed(house.qualified(), WINDOWS, "1");
        var other = house.placed(house.qualified(), WINDOWS, "2");
        var both = one.total().gross().plus(other.total().gross());
        var amount = both.getAmount().toPlainString();
        upload(bank.credit(DAY, amount, "Z", "two " + bank.name()).file());
        var movement = last(View.OPEN);

        assertThat(post(path(movement) + "/assign", "order-1", "x", "amount-1", "much"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"much\"", "Donnez pour chaque commande");
        assertThat(post(path(movement) + "/assign", "order-1", "99999999", "amount-1", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("99999999");
        assertThat(
                        post(
                                path(movement) + "/assign",
                                "order-1",
                                one.number().toString(),
                                "amount-1",
                                gross(one).replace('.', ','),
                                "order-2",
                                other.number().toString(),
                                "amount-2",
                                gross(other)))
                .hasStatus(302);

        isGoingOn(one);
        isGoingOn(other);
    }

    @Test
    void what_is_not_ours_is_set_aside_with_a_reason_and_brought_back() {
        upload(bank.credit(DAY, "77.77", "Own", "internal " + bank.name()).file());
        var movement = last(View.OPEN);

        assertThat(post(path(movement) + "/set-aside")).hasStatus(422);
        assertThat(post(path(movement) + "/set-aside", "purpose", "other")).hasStatus(422);
        assertThat(
                        post(
                                path(movement) + "/set-aside",
                                "purpose",
                                "other",
                                "aside-reason",
                                "virement interne"))
                .hasStatus(302);
        assertThat(get(path(movement)))
                .bodyText()
                .contains("mis de côté", "virement interne", "Annuler la dernière décision");
        assertThat(post(path(movement) + "/undo")).hasStatus(302);
        assertThat(last(View.OPEN).id()).isEqualTo(movement.id());
    }

    @Test
    void several_are_set_aside_together_and_what_was_typed_stays_where_something_is_missing() {
        bank.credit(DAY, "5.11", "A", bank.name())
                .credit(DAY, "5.22", "B", bank.name())
                .credit(DAY, "5.33", "C", bank.name());
        upload(bank.file());
        var all =
                banking.movements(OFFICE, View.OPEN, 0, 1000).movements().stream()
                        .filter(one -> one.movement().text().contains(bank.name()))
                        .toList();
        var first = all.getFirst().id().toString();
        var second = all.get(1).id().toString();

        assertThat(post("/staff/bank", "purpose", "other", "aside-reason", "dons"))
                .hasStatus(422)
                .bodyText()
                .contains("Cochez dans la liste", "value=\"dons\"");
        assertThat(post("/staff/bank", "page", "99", "movement", first, "purpose", "other"))
                .hasStatus(422)
                .bodyText()
                .contains("Dites pourquoi");
        post(path(all.get(1)) + "/set-aside", "purpose", "bank-costs");
        var answer =
                post(
                        "/staff/bank",
                        "page",
                        "2",
                        "movement",
                        first,
                        "movement",
                        second,
                        "purpose",
                        "other",
                        "aside-reason",
                        "dons");

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/staff/bank?page=2");
        assertThat(answer.getMvcResult().getFlashMap().toString())
                .contains("Un mouvement est mis de côté.", "Un mouvement coché était déjà décidé");
        assertThat(last(View.OPEN).id()).isEqualTo(all.getLast().id());
        assertThat(get(path(all.getFirst()))).bodyText().contains("mis de côté", "dons");
        assertThat(get(path(all.get(1)))).bodyText().contains("frais de la banque");
        assertThat(get("/staff/bank?page=99"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"movement\"");
    }

    @Test
    void what_went_to_the_wrong_order_is_taken_back_by_one_click() {
        var wrong = house.placed(house.qualified(), WINDOWS, "2");
        upload(bank.credit(DAY, gross(wrong), "Y", "one " + bank.name()).file());
        var movement = last(View.OPEN);
        post(path(movement) + "/assign", "order", wrong.number().toString());
        isGoingOn(wrong);

        assertThat(get(path(movement)))
                .bodyText()
                .contains("Retirer de la commande " + wrong.number());
        assertThat(post(path(movement) + "/undo")).hasStatus(302);

        assertThat(last(View.OPEN).id()).isEqualTo(movement.id());
        assertThat(payments.get(wrong.number().payable()).missing())
                .isEqualTo(wrong.total().gross());
    }

    @Test
    void what_the_bank_took_back_is_owed_again_by_one_click_or_by_its_number() {
        var order = house.placed(house.qualified(), WINDOWS, "2");
        var communication = payments.get(order.number().payable()).communication();
        bank.credit(DAY, gross(order), "X", communication + " " + bank.name());
        upload(bank.file());
        var credit = last(View.BY_ITSELF);
        bank.close();
        upload(bank.takesBackLast(DAY.plusDays(1)).file());
        var debit = last(View.OPEN);

        assertThat(get(path(debit)))
                .bodyText()
                .contains("C’est celui-ci, n° " + credit.number(), "la commande " + order.number());
        assertThat(post(path(debit) + "/taken-back", "credit", "?"))
                .hasStatus(422)
                .bodyText()
                .contains("Donnez le numéro");
        assertThat(post(path(debit) + "/taken-back", "credit", "999999999"))
                .hasStatus(422)
                .bodyText()
                .contains("Ce n’est pas le mouvement 999");
        assertThat(post(path(debit) + "/taken-back", "credit", credit.number() + ""))
                .hasStatus(302);

        assertThat(payments.get(order.number().payable()).missing())
                .isEqualTo(order.total().gross());
        assertThat(get(path(credit))).bodyText().contains("Repris par la banque");
        assertThat(get(path(debit))).bodyText().contains("commande " + order.number());
    }

    @Test
    void an_advice_says_that_it_counts_nothing_and_what_became_of_it() {
        var advice =
                BankFiles.advice(
                        "054",
                        DAY,
                        "12.00",
                        bank.name(),
                        BankFiles.payment("7.00", "Anna", "don " + bank.name()),
                        BankFiles.payment("5.00", "Berta", "don " + bank.name()));
        assertThat(upload(advice)).hasStatus(302).hasRedirectedUrl("/staff/bank");
        assertThat(get("/staff/bank?view=advices"))
                .bodyText()
                .contains("12,00", "2 paiements", "Attend l’extrait");

        upload(bank.batch(DAY, "12.00", bank.name(), 2).file());

        assertThat(get("/staff/bank?view=advices")).bodyText().contains("Réparti");
        assertThat(last(View.OPEN).partOf()).isPresent();
        assertThat(get(path(last(View.OPEN)))).bodyText().contains("Fait partie d’un paiement");
    }

    @Test
    void a_file_that_is_refused_says_why() {
        assertThat(upload("<Document><BkToCstmrAcctRpt/></Document>"))
                .hasStatus(422)
                .bodyText()
                .contains("aucun extrait");
        assertThat(upload("<Document><CstmrCdtTrfInitn/></Document>"))
                .hasStatus(422)
                .bodyText()
                .contains("CAMT (CstmrCdtTrfInitn)");
        assertThat(upload("no xml")).hasStatus(422).bodyText().contains("november.xml");
        assertThat(post("/staff/bank/statements"))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez un fichier");
    }

    @Test
    void of_several_files_each_says_what_became_of_it() {
        bank.credit(DAY, "1.25", "X", bank.name());

        var answer = upload(bank.file(), "no xml", bank.file());

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/staff/bank");
        assertThat(answer.getMvcResult().getFlashMap().toString())
                .contains("dont 1 nouveau", "tone=bad", "déjà connu");
    }

    @Test
    void the_file_is_saved_as_the_bank_gave_it() {
        var file = bank.credit(DAY, "1.00", "X", bank.name()).file();
        upload(file);

        assertThat(get("/staff/bank/statements/" + last(View.OPEN).statement()))
                .hasStatusOk()
                .bodyText()
                .isEqualTo(file);
    }
}
