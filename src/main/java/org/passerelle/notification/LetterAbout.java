package org.passerelle.notification;

/// What a letter is about, so that the page of that thing finds it: a type such as `order` in lower
/// case, and the id by which the trail of acts names it too.
public record LetterAbout(String type, String id) {
    public LetterAbout {
        if (type.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("A letter is about something that has an id");
        }
    }

    public static LetterAbout of(String type, Object id) {
        return new LetterAbout(type, id.toString());
    }
}
