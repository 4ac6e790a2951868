package org.passerelle.backoffice;

import java.util.List;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ui.Frame;

/// What waits in one part of the office, for the page "today". Each part of the backoffice adds a
/// bean.
public interface TodayCards {

    /// The menu's entry that the cards stand under.
    default String group() {
        return "organisations";
    }

    /// Cards for this person; none where they may not see the part.
    List<Card> of(SignedIn who, OfficeId office, Frame frame);

    /// @param tone `ok`, `info`, `warn`, `bad` or `mute`
    /// @param path where to look; its page filters what the card counts
    record Card(String title, long count, String detail, String tone, String path) {}
}
