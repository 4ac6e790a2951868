package org.passerelle.notification;

import java.util.Objects;
import org.passerelle.notification.store.generated.tables.records.LetterRecord;
import org.passerelle.vault.Vault;
import org.springframework.stereotype.Component;

/// Seals what letters say, each part for its own letter. Some carry a link that opens an account:
/// of such a link the database holds nothing that works. All are sealed, so that none is forgotten.
@Component
class LetterSeal {
    private final Vault vault;

    LetterSeal(Vault vault) {
        this.vault = vault;
    }

    /// What the letter in a row says; letters written before there was a seal stand in clear.
    ///
    /// @param html as mail programs show it
    /// @param text the same, without form
    record Content(String html, String text) {}

    void close(LetterRecord row, Content content) {
        row.setSealedHtml(vault.seal(purpose(row, "html"), content.html()));
        row.setSealedBody(vault.seal(purpose(row, "body"), content.text()));
    }

    /// @throws IllegalArgumentException when it was sealed with another key
    Content open(LetterRecord row) {
        var html = row.getSealedHtml();
        var body = row.getSealedBody();
        if (html == null || body == null) {
            return new Content(
                    Objects.requireNonNull(row.getHtml()), Objects.requireNonNull(row.getBody()));
        }
        return new Content(
                vault.open(purpose(row, "html"), html), vault.open(purpose(row, "body"), body));
    }

    private static String purpose(LetterRecord row, String part) {
        return "notification.letter " + new LetterId(row.getId()) + " " + part;
    }
}
