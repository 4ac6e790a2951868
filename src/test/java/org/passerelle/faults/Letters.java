package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.util.HashSet;

/// What lies in a mailbox.
///
/// @param different messages by their id
/// @param again how many came that were there already
record Letters(int different, int again) {
    /// Counts them. One whose sender died between the mail server's yes and its own commit comes
    /// again, as the same message: at most one for each kill.
    static Letters once(GreenMail mail, int kills) throws MessagingException {
        var ids = new HashSet<String>();
        var all = mail.getReceivedMessages();
        for (var message : all) {
            ids.add(String.join(" ", message.getHeader("Message-ID")));
        }
        assertThat(all.length - ids.size()).isLessThanOrEqualTo(kills);
        return new Letters(ids.size(), all.length - ids.size());
    }

    @Override
    public String toString() {
        return different + ", of which came twice as the same message: " + again;
    }
}
