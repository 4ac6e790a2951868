package org.passerelle.notification;

import java.util.List;

/// Files that go with letters about one kind of thing. A bean of the module whose things they are;
/// asked when a letter leaves, so that files are not kept twice.
public interface Enclosures {

    /// @param name as the reader's mail program shows it
    /// @param mediaType such as `application/pdf`
    record Enclosure(String name, String mediaType, byte[] content) {}

    /// None for a thing of another module.
    List<Enclosure> with(LetterAbout thing);
}
