package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;

@ProductTest
@BrowserTest
class HomePageTest {
    @Test
    void the_first_page_answers(Browsing browsing) {
        assertThat(browsing.visitor().open("/")).isEqualTo(200);
    }
}
