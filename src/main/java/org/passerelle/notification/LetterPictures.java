package org.passerelle.notification;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// A letter's HTML with its pictures taken out, for mail programs: most of them show no picture
/// that stands in the HTML itself, but all show one that travels beside it.
///
/// @param html in which each picture's address is its name, as `cid:`
record LetterPictures(String html, List<byte[]> pictures) {
    static final String ADDRESS = "data:image/png;base64,";
    private static final Pattern PICTURE = Pattern.compile("\"" + ADDRESS + "([A-Za-z0-9+/=]+)\"");

    static LetterPictures of(String html) {
        var pictures = new ArrayList<byte[]>();
        var beside =
                PICTURE.matcher(html)
                        .replaceAll(found -> {
                            pictures.add(Base64.getDecoder().decode(found.group(1)));
                            return "\"cid:" + name(pictures.size()) + "\"";
                        });
        return new LetterPictures(beside, List.copyOf(pictures));
    }

    /// The name of a picture, counted from one.
    static String name(int place) {
        return "picture-" + place;
    }
}
