package org.passerelle.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text cut where its links begin and end, so that a page can show them as links.
public final class LinkedText {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private LinkedText() {}

    /// @param url where the part leads, if it is a link
    public record Part(String text, Optional<String> url) {}

    public static List<Part> of(String text) {
        var parts = new ArrayList<Part>();
        var from = 0;
        for (var links = LINK.matcher(text); links.find(); from = links.end()) {
            add(parts, text.substring(from, links.start()), Optional.empty());
            add(parts, links.group(), Optional.of(links.group()));
        }
        add(parts, text.substring(from), Optional.empty());
        return parts;
    }

    private static void add(List<Part> parts, String text, Optional<String> url) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, url));
        }
    }
}
