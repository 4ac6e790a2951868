package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;

/// Reads what was written to an address.
final class Mail {
    private static final Pattern LINK =
            Pattern.compile("/(?:confirm|reset|new-email|stop-email)/[A-Za-z0-9_-]+");

    private final Notification notification;

    Mail(Notification notification) {
        this.notification = notification;
    }

    /// Newest first.
    List<SentLetter> to(String email) {
        return notification.search(email, java.util.Optional.empty(), 100, 0);
    }

    /// Waits for a letter of this kind and gives the newest.
    SentLetter newest(String email, String template) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(to(email)).extracting(SentLetter::template).contains(template));
        return to(email).stream()
                .filter(letter -> letter.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    /// The path of the one-time link in a letter.
    static String link(SentLetter letter) {
        var found = LINK.matcher(letter.text());
        assertThat(found.find()).as("a link in: %s", letter.text()).isTrue();
        return found.group();
    }
}
