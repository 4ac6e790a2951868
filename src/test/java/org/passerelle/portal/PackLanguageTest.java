package org.passerelle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.security.Site;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A reader of Dutch with an office that speaks French and English: its own words say that they are
/// French, ours are Dutch (WCAG 3.1.2).
@ProductTest
@Requirement({"ORG-01", "ELI-02"})
class PackLanguageTest {
    private static final String STEPS = "/organisation/registration/";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Packs packs;

    private Site site;
    private Actor actor;
    private OrganisationId id;

    @BeforeEach
    void a_registration_is_written() {
        var holder = Accounts.member(people);
        actor = VerificationFixtures.member(holder.id());
        id = organisations.start(actor, holder.id(), VerificationFixtures.LUXEMBOURG);
        var draft = VerificationFixtures.complete("Les Langues", VerificationFixtures.rcs());
        organisations.save(actor, id, draft);
        site = Site.signedIn(port, holder);
    }

    private String page(String path, String language) {
        return site.get(path + "?lang=" + language).body();
    }

    @Test
    void what_was_declared_in_the_offices_terms_says_its_language() {
        var form = "<dt>Rechtsvorm</dt><dd class=\"as-typed\" lang=\"fr\">";
        assertThat(page(STEPS + "review", "nl"))
                .contains(form + "Association sans but lucratif (asbl)</dd>")
                .contains("<dd class=\"as-typed\">Les Langues</dd>")
                .as("activities are in the reader's language")
                .contains("<dd class=\"as-typed\">Sociale diensten</dd>");
        assertThat(page(STEPS + "review", "fr")).doesNotContain("lang=\"fr\">Association");
    }

    @Test
    void the_choices_of_a_form_say_theirs() {
        assertThat(page(STEPS + "identity", "nl")).contains("<option value=\"asbl\" lang=\"fr\"");
        assertThat(page(STEPS + "identity", "en")).contains("<option value=\"asbl\" selected>");
        assertThat(page(STEPS + "activity", "nl")).contains("<option value=\"4100\" selected>");
    }

    @Test
    void criteria_say_theirs_where_they_are_in_the_packs_terms() {
        var pages = new StringBuilder();
        for (var programme : packs.get(VerificationFixtures.LUXEMBOURG).programmes().keySet()) {
            pages.append(page("/organisation/programmes/" + programme.value(), "nl"));
        }
        assertThat(pages.toString())
                .contains("lang=\"fr\">Sans but lucratif</span>", "lang=\"fr\">Pas de disc")
                .doesNotContain("lang=\"null\"");
    }
}
