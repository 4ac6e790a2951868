package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;

@ProductTest
@BrowserTest
class PublicPagesTest {
    static final List<String> ADDRESSES =
            List.of(
                    "/",
                    "/how-it-works",
                    "/accessibility",
                    "/personal-data",
                    "/display",
                    "/sign-in",
                    "/register",
                    "/forgotten-password",
                    "/api",
                    "/catalogue");

    @ParameterizedTest
    @FieldSource("ADDRESSES")
    void a_page_is_good_at_both_widths_in_both_languages(String address, Browsing browsing) {
        var visitor = browsing.visitor();
        for (var language : List.of("fr", "en")) {
            assertThat(visitor.open(address + "?lang=" + language)).isEqualTo(200);
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
            visitor.look("public" + address.replace('/', '-') + "-" + language);
        }
    }

    @Test
    @Requirement("NOT-01")
    void german_fits_a_phone_and_its_menu_of_languages_leads_to_dutch(Browsing browsing) {
        var visitor = browsing.visitorOnAPhone();
        for (var address : List.of("/", "/register", "/catalogue")) {
            assertThat(visitor.open(address + "?lang=de")).isEqualTo(200);
            visitor.look("german" + address.replace('/', '-'));
        }

        visitor.page().locator(".langs > summary").click();
        visitor.look("languages").follow("Nederlands");

        visitor.reads("Het aanbod, en waar u recht op hebt");
        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("nl");
        assertThat(visitor.page().url()).endsWith("/catalogue?lang=nl");
    }

    @ParameterizedTest
    @FieldSource("ADDRESSES")
    void a_page_is_good_without_javascript(String address, Browsing browsing) {
        var visitor = browsing.visitorWithoutScript();

        assertThat(visitor.open(address)).isEqualTo(200);
        assertThat(visitor.page().locator("h1")).isNotNull();
        assertThat(visitor.page().getByRole(AriaRole.MAIN).count()).isEqualTo(1);
        visitor.look("public" + address.replace('/', '-') + "-without-script");
    }
}
