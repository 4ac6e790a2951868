package org.passerelle.journey;

import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/// Somebody opens the development mailbox and reads what was sent to an address.
final class MailboxScene {
    private MailboxScene() {}

    /// Opens the newest letter to `address` whose subject contains `subject`.
    static void open(Visitor visitor, String address, String subject) {
        visitor.open("/dev/mailbox?to=" + address.replace("@", "%40"));
        visitor.find(AriaRole.LINK, subject).first().click();
        visitor.sees(address);
    }

    /// Follows the first link of the letter that is open whose address contains `part`.
    static void follow(Visitor visitor, String part) {
        var link =
                visitor.page().locator("main a[href*='" + part + "']").first().getAttribute("href");
        // The letter names the public address of the site; the test runs on a port of its own.
        visitor.open(URI.create(link).getRawPath());
    }
}
