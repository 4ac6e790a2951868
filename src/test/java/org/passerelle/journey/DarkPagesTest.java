package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.identity.Accounts;
import org.passerelle.ordering.OrderingFixture;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of whoever prefers dark colours, looked at as critically as the light ones.
@ProductTest
@BrowserTest
class DarkPagesTest {
    @Autowired OrderingFixture house;

    @Test
    void public_pages_are_as_good_in_the_dark(Browsing browsing) {
        var visitor = browsing.visitorInTheDark();
        for (var address : List.of("/", "/catalogue", "/offers/acrobat-pro-1y", "/register")) {
            assertThat(visitor.open(address)).as(address).isEqualTo(200);
            assertThat(background(visitor)).isEqualTo("rgb(23, 18, 23)");
            visitor.look("dark" + address.replace('/', '-'));
        }
    }

    @Test
    void an_organisations_pages_are_as_good_in_the_dark(Browsing browsing) {
        var buyer = house.qualified();
        var order = house.placed(buyer, OrderingFixture.ACROBAT, "1");
        house.ordering.put(buyer.organisation(), OrderingFixture.WINDOWS, "60");
        house.ordering.put(buyer.organisation(), OrderingFixture.GENUINE, "1");
        var visitor = browsing.visitorInTheDark();
        visitor.signIn(buyer.holder().username(), Accounts.PASSWORD);

        for (var address :
                List.of(
                        "/organisation",
                        "/organisation/programmes/adobe-donation",
                        "/organisation/allotments",
                        "/organisation/balance",
                        "/cart",
                        "/orders/" + order.number(),
                        "/tokens",
                        "/messages")) {
            assertThat(visitor.open(address)).as(address).isEqualTo(200);
            visitor.look("dark-member" + address.replace('/', '-'));
        }
    }

    private static String background(Visitor visitor) {
        return (String)
                visitor.page().evaluate("() => getComputedStyle(document.body).backgroundColor");
    }
}
