package org.passerelle.backoffice.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.SWITCH;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Offices;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.ordering.CanadianFixture;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class StaffOrderPagesTest {
    private final MockMvcTester pages;
    private final OrderingFixture house;
    private final CanadianFixture canada;
    private final Person finance;
    private final Person canadian;
    private final Person manager;
    private final Person support;

    StaffOrderPagesTest(
            @Autowired WebApplicationContext product,
            @Autowired OrderingFixture house,
            @Autowired CanadianFixture canada,
            @Autowired People people) {
        this.pages = As.pages(product);
        this.house = house;
        this.canada = canada;
        this.finance = Accounts.staff(people, Role.FINANCE);
        this.canadian = Accounts.staffOf(people, Offices.of(CanadianFixture.CANADA), Role.FINANCE);
        this.manager = Accounts.staff(people, Role.PROGRAMME_MANAGER);
        this.support = Accounts.staff(people, Role.SUPPORT);
    }

    private MvcTestResult get(Person who, String path) {
        return pages.get().uri(path).with(As.person(who)).exchange();
    }

    private MvcTestResult post(Person who, String path, String... parameters) {
        var request = pages.post().uri(path).with(As.person(who)).with(As.form());
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static String path(Order order) {
        return "/staff/orders/" + order.number();
    }

    private OrderState state(Order order) {
        return house.ordering.order(order.number()).orElseThrow().state();
    }

    private MvcTestResult pay(Order order, Person who, String amount, String reference) {
        return post(
                who,
                path(order) + "/payments",
                "amount",
                amount,
                "day",
                "2026-11-02",
                "reference",
                reference);
    }

    @Test
    @Requirement("PAY-01")
    void finance_records_a_payment_and_a_slip_says_what_is_wrong_and_keeps_the_rest() {
        var order = house.placed(house.qualified(), WINDOWS, "2");
        var reference = "bank " + UUID.randomUUID();

        assertThat(pay(order, finance, "12,345", reference))
                .hasStatus(422)
                .bodyText()
                .contains("Donnez un montant", "value=\"12,345\"", reference);
        pay(order, finance, order.total().gross().getAmount().toPlainString(), reference);

        assertThat(state(order)).isInstanceOf(OrderState.InFulfilment.class);
        assertThat(pay(order, finance, "1,00", reference))
                .hasStatus(422)
                .bodyText()
                .contains("autre montant");
    }

    @Test
    @Requirement("PAY-01")
    void the_amount_is_asked_for_in_the_currency_of_the_order() {
        var order = canada.placed(canada.qualified("CA-ON"), CanadianFixture.ACROBAT, "1");

        assertThat(get(canadian, path(order)))
                .bodyText()
                .contains("<span class=\"muted\">CAD</span>")
                .doesNotContain("€");
    }

    @Test
    @Requirement({"ACC-08", "PAY-01"})
    void who_may_not_do_a_thing_is_refused_at_the_door() {
        var order = house.placed(house.qualified(), WINDOWS, "1");

        assertThat(pay(order, support, "1,00", "x")).hasStatus(403);
        assertThat(pay(order, manager, "1,00", "x")).hasStatus(403);
        assertThat(post(finance, path(order) + "/approve")).hasStatus(403);
        assertThat(post(finance, path(order) + "/lines/1", "kind", "token")).hasStatus(403);
        assertThat(get(support, "/staff/payments")).hasStatus(403);
        assertThat(get(support, "/staff/stock")).hasStatus(403);
        assertThat(get(finance, "/staff/stock")).hasStatus(403);
        assertThat(get(house.qualified().holder(), "/staff/orders")).hasStatus(403);
    }

    @Test
    @Requirement("ORD-11")
    void support_hands_over_and_the_page_never_shows_the_key_again() {
        var order = house.paid(house.qualified(), WINDOWS, "1");
        var key = "KEY-" + UUID.randomUUID();

        assertThat(post(support, path(order) + "/lines/1", "kind", "key", "text", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Il n’y a rien à remettre");
        assertThat(
                        post(
                                support,
                                path(order) + "/lines/1",
                                "kind",
                                "download",
                                "text",
                                "javascript:alert(1)"))
                .hasStatus(422);
        post(support, path(order) + "/lines/1", "kind", "key", "text", key, "last", "true");

        assertThat(state(order)).isInstanceOf(OrderState.Delivered.class);
        assertThat(get(support, path(order)))
                .bodyText()
                .contains("Clés de produit")
                .doesNotContain(key);
    }

    @Test
    @Requirement("ORD-11")
    void of_two_kinds_the_one_handed_over_asks_no_more_and_the_other_is_then_the_last() {
        var order = house.paid(house.qualified(), WINDOWS, "1");
        var key = "<input type=\"hidden\" name=\"kind\" value=\"key\">";
        var download = "<input type=\"hidden\" name=\"kind\" value=\"download\">";
        assertThat(get(support, path(order))).bodyText().contains(key, download);

        post(support, path(order) + "/lines/1", "kind", "key", "text", "KEY-1");

        assertThat(state(order)).isInstanceOf(OrderState.InFulfilment.class);
        assertThat(get(support, path(order)))
                .bodyText()
                .contains(download, "id=\"h1download-last\" name=\"last\" value=\"true\" checked")
                .doesNotContain(key);
    }

    @Test
    @Requirement("ORD-11")
    void a_form_pressed_twice_hands_over_once_and_the_last_parcel_is_for_staff_to_say() {
        // What other tests of the same database held stays held.
        house.stockroom.add(STAFF, OFFICE, LAPTOP, 1, "delivery");
        var order = house.paid(house.qualified(), LAPTOP, "1");
        assertThat(get(support, path(order)))
                .bodyText()
                .contains("id=\"h1parcel-last\" name=\"last\" value=\"true\">")
                .doesNotContain("/lines/1/all-handed");
        String[] parcel = {
            "tracking",
            "P1",
            "kind",
            "parcel",
            "key",
            UUID.randomUUID() + "",
            "line",
            "1",
            "carrier",
            "Post"
        };

        post(support, path(order) + "/lines/1", parcel);
        post(support, path(order) + "/lines/1", parcel);

        assertThat(house.ordering.order(order.number()).orElseThrow().handedOver()).hasSize(1);
        assertThat(get(support, path(order))).bodyText().contains("/lines/1/all-handed");
        parcel[1] = "P2";
        assertThat(post(support, path(order) + "/lines/1", parcel))
                .hasStatus(422)
                .bodyText()
                .contains("déjà été envoyé", "P2");
        post(support, path(order) + "/lines/1/all-handed");
        assertThat(get(support, path(order))).bodyText().doesNotContain("/lines/1/all-handed");
    }

    @Test
    @Requirement("ORD-07")
    void the_programme_manager_reads_the_answers_and_passes_on_the_partners_no() {
        var buyer = house.qualified();
        house.programmes.judge(
                OrderingFixture.STAFF, buyer.organisation(), "serves-disadvantaged", true, "Oui.");
        var order = house.paid(buyer, SWITCH, "1");

        assertThat(get(manager, path(order)))
                .bodyText()
                .contains("Réponse.", "Le partenaire accepte", "Le partenaire refuse")
                .containsSubsequence("Quelle part de votre budget", "Comment est fait", "Qui rec");
        assertThat(post(manager, path(order) + "/refuse", "refusal", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Donnez la raison du partenaire");
        post(manager, path(order) + "/refuse", "refusal", "Déjà servi");

        assertThat(state(order)).isInstanceOf(OrderState.Refused.class);
        assertThat(get(manager, path(order)))
                .bodyText()
                .contains("Non livré")
                .doesNotContain("À remettre", "Prévu au plus tard");
        var late = post(manager, path(order) + "/approve");
        assertThat(late.getResponse().getRedirectedUrl()).isEqualTo(path(order));
        assertThat(late.getMvcResult().getFlashMap().toString())
                .contains("Rien n’a changé", "Refusée par le partenaire");
    }

    @Test
    @Requirement({"ORD-05", "PAY-01"})
    void orders_and_payments_are_found_by_number_name_and_communication() {
        var order = house.placed(house.qualified(), WINDOWS, "1");
        var communication = house.payments.get(order.number().payable()).communication();

        assertThat(get(finance, "/staff/orders?view=payment&q=" + order.number()))
                .bodyText()
                .contains("/staff/orders/" + order.number(), "le virement de l’organisation");
        assertThat(
                        pages.get()
                                .uri("/staff/payments?q={q}", communication.toString())
                                .with(As.person(finance)))
                .bodyText()
                .contains(communication.toString(), "Commande " + order.number());
    }

    @Test
    @Requirement({"CAT-05", "VOU-05"})
    void the_programme_manager_counts_and_imports_codes_and_faults_are_named_by_line() {
        assertThat(get(manager, "/staff/stock")).hasStatusOk().bodyText().contains("zoom-2022");
        assertThat(
                        post(
                                manager,
                                "/staff/stock/codes",
                                "pool",
                                "zoom-2022",
                                "codes",
                                "A;2026-99-01\nA\nA"))
                .hasStatus(422)
                .bodyText()
                .contains("Ligne 1", "Ligne 3", "rien n’est importé");
        assertThat(
                        post(
                                manager,
                                "/staff/stock/codes",
                                "pool",
                                "zoom-2022",
                                "codes",
                                "M-" + UUID.randomUUID()))
                .hasStatus(302);
        assertThat(
                        post(
                                manager,
                                "/staff/stock/refurbished-screen-24",
                                "units-refurbished-screen-24",
                                "beaucoup",
                                "act",
                                "add"))
                .hasStatus(422)
                .bodyText()
                .contains("nombre entier", "value=\"beaucoup\"");
    }
}
