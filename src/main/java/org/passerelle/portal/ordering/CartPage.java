package org.passerelle.portal.ordering;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Meter;
import org.passerelle.ui.Why;

/// The cart: every violation under its line with its figures and the ways out as buttons (ORD-02).
///
/// @param address of this very page, to come back to after a change
/// @param key names the wish to order, so that pressed twice it is one order
/// @param seal of what is shown, so that nothing else is ordered
/// @param cheque whether the organisation may pay by cheque
/// @param only offers judged as an order of their own; empty for the whole cart
/// @param readyTotal of the lines that could be ordered now, where others cannot
public record CartPage(
        String address,
        String key,
        String seal,
        List<String> only,
        List<Point> points,
        List<Line> lines,
        String net,
        List<Vat> vats,
        String gross,
        Optional<String> value,
        boolean isReady,
        boolean isReview,
        boolean mayOrder,
        List<String> ready,
        Optional<String> readyTotal,
        boolean isFree,
        String payBy,
        boolean cheque,
        String deliverTo) {

    /// One entry of the list of all that is to be settled.
    public record Point(String line, String text) {}

    public record Vat(String label, String amount) {}

    /// @param id of the line in the page and of its offer
    /// @param isQuantityWrong whether another quantity would settle something
    public record Line(
            String id,
            String initials,
            String title,
            boolean isOffered,
            String hint,
            String quantity,
            String price,
            List<Violation> violations,
            List<Condition> conditions,
            List<Question> questions,
            List<Person> persons,
            boolean asksNewUsers,
            boolean isQuantityWrong,
            boolean isReady) {}

    public record Violation(
            String title,
            String text,
            Optional<Meter> meter,
            List<Button> buttons,
            List<Why.Link> links) {}

    /// A way out that works at once: what it posts.
    public record Button(String text, String action, String name, String value) {}

    /// @param id of the text in the page
    /// @param acceptedOn in words, when these very words were accepted
    /// @param above whether the very text stands on an earlier line, so that it is read once
    public record Condition(
            String id,
            String text,
            String version,
            String title,
            String html,
            boolean above,
            Optional<String> acceptedOn) {

        /// What a button's address says of these very words.
        public String query() {
            return "text=" + encoded(text) + "&version=" + encoded(version);
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    public record Question(
            String id, String text, Optional<String> hint, boolean required, String answer) {}

    /// @param newUser `yes`, `no` or nothing
    public record Person(int place, String name, String email, String newUser) {}

    public String query() {
        return only.isEmpty() ? "" : "?only=" + String.join("&only=", only);
    }
}
