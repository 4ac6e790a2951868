package org.passerelle.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.Texts;

/// A cart as it stands today: prices, what is still to be said, and everything that keeps it from
/// being ordered (ORD-01, ORD-02).
///
/// @param total of the lines that have a price
public record CartView(Cart cart, List<Line> lines, LinePrice.Total total) {

    /// @param offer empty when it is no longer in the pack
    /// @param persons how many persons are to be named; zero where units are for nobody in
    ///   particular
    /// @param asksNewUsers whether each person must be said to be new
    /// @param needsApproval whether the partner approves each order
    public record Line(
            Cart.Line typed,
            Optional<Offer> offer,
            Optional<LinePrice> price,
            List<Condition> conditions,
            List<Programme.Question> questions,
            long persons,
            boolean asksNewUsers,
            boolean needsApproval,
            List<Restriction> restrictions) {

        public boolean isReady() {
            return restrictions.isEmpty();
        }
    }

    /// A text to accept, as it reads today; `accepted` when these very words were.
    public record Condition(Texts.Text text, Optional<Cart.Acceptance> accepted) {}

    public List<Restriction> restrictions() {
        return lines.stream().flatMap(line -> line.restrictions().stream()).toList();
    }

    /// Lines that nothing keeps from being ordered.
    public List<Line> ready() {
        return lines.stream().filter(Line::isReady).toList();
    }

    /// Names what was shown: lines, units, prices, persons, answers and the words accepted. Another
    /// cart, or the same at another price, has another seal.
    public String seal() {
        return CartSeal.of(this);
    }

    public boolean isReady() {
        return !lines.isEmpty() && lines.stream().allMatch(Line::isReady);
    }
}
