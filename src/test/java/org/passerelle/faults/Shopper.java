package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.security.Site;

/// Who orders for an organisation through the pages.
record Shopper(Buyer buyer, Browsing tabs) {
    private static final Pattern ORDERED = Pattern.compile("/orders/(\\d+)/placed");

    /// The button "order" of a last look: each look has a key of its own.
    record Button(String key, String seen) {}

    /// Looks at the cart for the last time; empty where nothing in it can be ordered.
    Optional<Button> look(int port) {
        var page = tabs.get(port, "/cart/review");
        if (!page.body().contains("name=\"key\"")) {
            assertThat(page.statusCode()).isIn(200, 302);
            return Optional.empty();
        }
        return Optional.of(
                new Button(Site.hidden(page.body(), "key"), Site.hidden(page.body(), "seen")));
    }

    /// The number of the order it made, or made before; empty where the way leads back to the cart.
    Optional<Long> press(int port, Button button) {
        var answer =
                tabs.post(port, "/cart/place", Map.of("key", button.key(), "seen", button.seen()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var ordered = ORDERED.matcher(Site.location(answer));
        if (ordered.matches()) {
            return Optional.of(Long.parseLong(ordered.group(1)));
        }
        assertThat(Site.location(answer)).startsWith("/cart");
        return Optional.empty();
    }

    /// From the offer to the last look, one page after the other; empty where it cannot be ordered.
    Optional<Button> choose(int port, OfferId offer) {
        tabs.post(port, "/cart", Map.of("offer", offer.value(), "quantity", "1"));
        var accept =
                Pattern.compile(
                        "formaction=\"(/cart/"
                                + offer.value()
                                + "/conditions\\?[^\"]+)\"[^>]*"
                                + "value=\"accept\"");
        var open = accept.matcher(tabs.get(port, "/cart").body());
        while (open.find()) {
            tabs.post(port, open.group(1).replace("&amp;", "&"), Map.of("act", "accept"));
        }
        return look(port);
    }
}
