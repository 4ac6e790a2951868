package org.passerelle.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class CataloguePagesTest {
    private final MockMvcTester pages;
    private final OrderingFixture house;

    CataloguePagesTest(@Autowired WebApplicationContext product, @Autowired OrderingFixture house) {
        this.pages = As.pages(product);
        this.house = house;
    }

    @Test
    @Requirement({"CAT-01", "CAT-02"})
    void anybody_sees_fee_vat_value_saving_and_kind() {
        assertThat(pages.get().uri("/catalogue?q=acrobat"))
                .hasStatusOk()
                .bodyText()
                .contains("38,00\u00a0€", "44,46\u00a0€", "380\u00a0€", "−90", "Don")
                .doesNotContain("AutoCAD");
    }

    /// Value 149.90 €, half of it to the partner, 18.00 € here.
    @Test
    @Requirement({"CAT-01", "CAT-02"})
    void what_a_discount_leaves_to_the_partner_is_said_and_is_no_saving() {
        assertThat(pages.get().uri("/offers/zoom-meetings-1y?lang=fr"))
                .hasStatusOk()
                .bodyText()
                .contains("Puis 74,95\u00a0€ à payer à Zoom", "Vous économisez 56,95\u00a0€");
        assertThat(pages.get().uri("/catalogue?publisher=zoom&lang=fr"))
                .bodyText()
                .contains("−37")
                .doesNotContain("−87", "−88");
    }

    @Test
    @Requirement("CAT-02")
    void no_saving_is_promised_where_the_partner_gives_no_number() {
        assertThat(pages.get().uri("/offers/box-starter?lang=fr"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Vous économisez", "à payer à Box");
    }

    @Test
    @Requirement("CAT-02")
    void words_are_found_in_spite_of_typos_and_accents_and_all_must_fit() {
        assertThat(pages.get().uri("/catalogue?q=acrobta"))
                .bodyText()
                .contains("/offers/acrobat-pro-1y");
        assertThat(pages.get().uri("/catalogue?q=RECONDITIONNE"))
                .bodyText()
                .contains("/offers/refurbished-laptop");
        assertThat(pages.get().uri("/catalogue?q=acrobat+antivirus"))
                .bodyText()
                .contains("Aucune offre");
    }

    @Test
    @Requirement("CAT-02")
    void an_offer_is_found_by_what_else_people_call_it() {
        assertThat(pages.get().uri("/catalogue?q=vidéoconférence&lang=fr"))
                .bodyText()
                .contains("/offers/zoom");
        assertThat(pages.get().uri("/catalogue?q=videoconference&lang=en"))
                .bodyText()
                .contains("/offers/zoom");
    }

    @Test
    @Requirement("CAT-02")
    void a_member_who_finds_nothing_is_told_so_once() {
        var buyer = As.person(house.qualified().holder());

        assertThat(pages.get().uri("/catalogue?q=xyzzy").with(buyer))
                .bodyText()
                .contains("Aucune offre")
                .doesNotContain("aucune ouverte");
    }

    @Test
    @Requirement("CAT-02")
    void filters_stand_in_the_address_and_narrow_each_other() {
        assertThat(pages.get().uri("/catalogue?kind=hardware"))
                .bodyText()
                .contains("/offers/refurbished-laptop")
                .doesNotContain("/offers/acrobat-pro-1y\"");
        assertThat(pages.get().uri("/catalogue?publisher=adobe&category=pdf"))
                .bodyText()
                .contains("/offers/acrobat-pro-1y")
                .doesNotContain("/offers/photoshop");
        assertThat(pages.get().uri("/catalogue?publisher=nobody&kind=nothing&page=99&sort=x"))
                .hasStatusOk();
    }

    @Test
    @Requirement({"CAT-02", "ELI-02"})
    void a_member_reads_beside_each_offer_whether_it_is_open_and_what_is_left() {
        var buyer = house.qualified();

        assertThat(pages.get().uri("/catalogue?q=acrobat").with(As.person(buyer.holder())))
                .bodyText()
                .contains("Éligible", "Encore 4 sur 4 produits par exercice");
        assertThat(
                        pages.get()
                                .uri("/catalogue?standing=not-eligible")
                                .with(As.person(buyer.holder())))
                .bodyText()
                .contains("Non éligible")
                .doesNotContain("/offers/acrobat-pro-1y\"");
    }

    @Test
    @Requirement({"CAT-03", "ELI-02"})
    void an_offer_page_says_everything_before_one_orders() {
        var buyer = house.qualified();

        assertThat(pages.get().uri("/offers/acrobat-pro-1y").with(As.person(buyer.holder())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Pourquoi vous êtes éligible",
                        "2 jours ouvrables au plus après le paiement",
                        "Conditions",
                        "Configuration nécessaire",
                        "4 produits par exercice",
                        "Ajouter au panier");
    }

    @Test
    @Requirement("CAT-03")
    void a_reader_without_account_reads_who_may_ask_and_signs_in_to_order() {
        assertThat(pages.get().uri("/offers/acrobat-pro-1y").param("lang", "en"))
                .bodyText()
                .contains("Who can ask for this offer", "Sign in to order", "Activity");
    }

    @Test
    @Requirement("CAT-04")
    void an_old_address_leads_to_the_successor_for_ever_and_says_so() {
        assertThat(pages.get().uri("/offers/acrobat-pro-2020"))
                .hasStatus(301)
                .hasHeader("Location", "/offers/acrobat-pro-1y?instead-of=acrobat-pro-2020");
        assertThat(pages.get().uri("/offers/acrobat-pro-1y?instead-of=acrobat-pro-2020"))
                .bodyText()
                .contains(
                        "Adobe Acrobat Pro 2020\u00a0» a changé", "compte comme un renouvellement");
        assertThat(pages.get().uri("/offers/acrobat-pro-1y?instead-of=windows-10-pro"))
                .bodyText()
                .doesNotContain("compte comme un renouvellement");
        assertThat(pages.get().uri("/offers/workplace-good").param("lang", "fr"))
                .bodyText()
                .contains("pas en vente")
                .doesNotContain("Et après la commande");
        assertThat(pages.get().uri("/offers/no-such-thing")).hasStatus(404);
    }

    @Test
    @Requirement("CAT-02")
    void an_english_word_an_old_name_and_signs_alone_in_a_french_catalogue() {
        assertThat(pages.get().uri("/catalogue?q=laptop&lang=fr"))
                .bodyText()
                .contains("/offers/refurbished-laptop");
        assertThat(pages.get().uri("/catalogue?q=windows+10&lang=fr"))
                .bodyText()
                .contains("/offers/windows-11-pro");
        assertThat(pages.get().uri("/catalogue").param("q", "%_'\\"))
                .hasStatusOk()
                .bodyText()
                .contains("Aucune offre", "Vérifiez l’orthographe");
    }

    @Test
    @Requirement("CAT-02")
    void a_search_keeps_the_filters_and_without_them_is_one_link_away() {
        assertThat(pages.get().uri("/catalogue?kind=hardware&publisher=cisco&q=acrobat&lang=fr"))
                .bodyText()
                .contains(
                        "<input type=\"hidden\" name=\"kind\" value=\"hardware\">",
                        "<input type=\"hidden\" name=\"publisher\" value=\"cisco\">",
                        "acrobat\u00a0» sans filtre",
                        "href=\"/catalogue?q=acrobat\"");
    }

    @Test
    @Requirement({"CAT-02", "ELI-06"})
    void who_is_not_qualified_yet_reads_what_will_be_open_and_what_remains() {
        var waiting = As.person(house.unqualified().holder());

        assertThat(pages.get().uri("/catalogue?standing=once-qualified").with(waiting))
                .bodyText()
                .contains("n’est pas encore qualifiée", "Ouverte une fois qualifiée")
                .doesNotContain("Être qualifiée par");
        assertThat(pages.get().uri("/offers/refurbished-laptop").with(waiting))
                .bodyText()
                .contains("Il ne manque que la qualification", "Le panier la garde");
        assertThat(pages.get().uri("/catalogue/open").with(waiting))
                .bodyText()
                .contains("votre organisation ne l’est pas")
                .containsSubsequence("Ailleurs", "Ici");
    }

    @Test
    @Requirement("CAT-03")
    void demands_of_which_one_is_enough_read_as_one() {
        assertThat(pages.get().uri("/offers/acrobat-pro-1y").param("lang", "fr"))
                .bodyText()
                .contains("Tout, sauf Religieux\u00a0; ou bien Désignation\u00a0: Action laïque");
    }

    @Test
    @Requirement({"CAT-03", "ORD-03"})
    void the_page_says_how_many_are_possible_now() {
        var buyer = house.qualified();
        var holder = As.person(buyer.holder());
        assertThat(pages.get().uri("/offers/acrobat-pro-1y").with(holder))
                .bodyText()
                .contains("De 1 à 4 par commande");

        house.placed(buyer, OrderingFixture.ACROBAT, "3");

        assertThat(pages.get().uri("/offers/acrobat-pro-1y").with(holder))
                .bodyText()
                .contains("Une seule possible maintenant");
        house.placed(buyer, OrderingFixture.ACROBAT, "1");
        assertThat(pages.get().uri("/offers/acrobat-pro-1y").with(holder))
                .bodyText()
                .contains("Aucune possible pour le moment");
    }
}
