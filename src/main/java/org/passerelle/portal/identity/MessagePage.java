package org.passerelle.portal.identity;

import java.util.Optional;

/// A page that says one thing and where to go next.
///
/// @param key of the words: `.title`, `.text` and, with a link, `.link`
public record MessagePage(String key, Optional<String> link) {
    static MessagePage of(String key) {
        return new MessagePage(key, Optional.empty());
    }

    static MessagePage leadingTo(String link, String key) {
        return new MessagePage(key, Optional.of(link));
    }
}
