package org.passerelle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
class PageTest {
    private final MockMvcTester pages;

    PageTest(@Autowired WebApplicationContext product) {
        this.pages = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(product).build());
    }

    @Test
    void the_home_page_is_french_unless_another_language_is_wished() {
        assertThat(pages.get().uri("/")).bodyText().contains("<html lang=\"fr\"", "Le numérique");
        assertThat(pages.get().uri("/").header("Accept-Language", "en-GB"))
                .bodyText()
                .contains("<html lang=\"en\"");
    }
}
