package org.passerelle.portal.ordering;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.CartView;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.RestrictionWords;
import org.passerelle.ordering.TaxWords;
import org.passerelle.ordering.WayOut;
import org.passerelle.pack.model.Office.Payment.Means;
import org.passerelle.pack.model.Pack;
import org.passerelle.portal.Limits;
import org.passerelle.portal.Markdown;
import org.passerelle.portal.ordering.CartPage.Button;
import org.passerelle.portal.ordering.CartPage.Violation;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.Remedy;
import org.passerelle.ui.Initials;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;

/// Writes a cart in the reader's words.
///
/// @param online whether the office takes card and PayPal now
record CartWriter(Pack pack, Words words, ZoneId zone, boolean online) {

    CartPage page(
            CartView view,
            List<String> only,
            boolean isReview,
            boolean mayOrder,
            boolean cheque,
            String deliverTo) {
        var said = new RestrictionWords(words, pack);
        var points = new ArrayList<CartPage.Point>();
        for (var line : view.lines()) {
            for (var restriction : line.restrictions()) {
                points.add(
                        new CartPage.Point(
                                id(line),
                                words.get(
                                        "ordering.cart.point",
                                        title(line),
                                        title(line, restriction, said))));
            }
        }
        var read = new HashSet<String>();
        var ready = view.isReady() ? List.<CartView.Line>of() : view.ready();
        return new CartPage(
                isReview ? "/cart/review" : "/cart",
                IdempotencyKey.random().value(),
                view.seal(),
                only,
                points,
                view.lines().stream().map(line -> line(line, said, read)).toList(),
                words.money(view.total().net()),
                vats(view),
                words.money(view.total().gross()),
                value(view),
                view.isReady(),
                isReview,
                mayOrder,
                ready.stream().map(line -> line.typed().offer().value()).toList(),
                ready.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                words.money(
                                        LinePrice.Total.of(
                                                        pack.office().currency(),
                                                        ready.stream()
                                                                .flatMap(l -> l.price().stream())
                                                                .toList())
                                                .gross())),
                isFree(view),
                words.get("ordering.pay-by." + payBy(view)),
                cheque && !isFree(view),
                deliverTo);
    }

    private String payBy(CartView view) {
        if (isFree(view)) {
            return "none";
        }
        var transfers = pack.office().payment().takes(Means.TRANSFER);
        if (online) {
            return transfers ? "online" : "online.only";
        }
        return transfers ? "transfer" : "ask";
    }

    /// Nothing to pay is said only where every line has its price.
    private static boolean isFree(CartView view) {
        return view.total().gross().isZero()
                && view.lines().stream().allMatch(line -> line.price().isPresent());
    }

    private static String id(CartView.Line line) {
        return "line-" + line.typed().offer();
    }

    private String title(CartView.Line line) {
        return pack.offer(line.typed().offer())
                .map(offer -> offer.title().in(words.language()))
                .orElse(line.typed().offer().value());
    }

    /// One line for each rate, each the sum of its lines.
    private List<CartPage.Vat> vats(CartView view) {
        return LinePrice.taxes(
                        view.lines().stream().flatMap(line -> line.price().stream()).toList())
                .entrySet()
                .stream()
                .map(due ->
                        new CartPage.Vat(
                                TaxWords.of(due.getKey(), words), words.money(due.getValue())))
                .toList();
    }

    private Optional<String> value(CartView view) {
        var currency = pack.office().currency();
        var total =
                view.lines().stream()
                        .flatMap(line ->
                                pack
                                        .offer(line.typed().offer())
                                        .flatMap(offer -> offer.marketValue())
                                        .filter(v -> v.getCurrencyUnit().equals(currency))
                                        .map(v -> v.multipliedBy(line.typed().units()))
                                        .stream())
                        .reduce(Money.zero(currency), Money::plus);
        return total.isZero() ? Optional.empty() : Optional.of(words.roundMoney(total));
    }

    private CartPage.Line line(CartView.Line line, RestrictionWords said, Set<String> read) {
        var offer = pack.offer(line.typed().offer());
        var partner = offer.flatMap(o -> pack.partner(o.partner())).map(p -> p.name()).orElse("");
        var initials = Initials.of(partner);
        return new CartPage.Line(
                line.typed().offer().value(),
                initials.length() > 1 || partner.length() < 2 ? initials : partner.substring(0, 2),
                title(line),
                offer.isPresent(),
                offer.map(o -> words.get("catalogue.kind.short." + o.kind().code()))
                        .map(kind -> partner + " · " + kind)
                        .orElse(partner),
                line.typed().quantity(),
                line.price().map(price -> words.money(price.net())).orElse("–"),
                line.restrictions().stream().map(r -> violation(line, r, said)).toList(),
                line.conditions().stream().map(text -> condition(text, read)).toList(),
                line.questions().stream()
                        .map(question ->
                                new CartPage.Question(
                                        question.id(),
                                        question.text().in(words.language()),
                                        question.hint().map(h -> h.in(words.language())),
                                        question.required(),
                                        line.typed().answers().getOrDefault(question.id(), "")))
                        .toList(),
                persons(line),
                line.asksNewUsers(),
                line.restrictions().stream().anyMatch(CartWriter::isAboutQuantity),
                line.isReady());
    }

    private CartPage.Condition condition(CartView.Condition condition, Set<String> read) {
        var id = "text-" + condition.text().path().replaceAll("[^a-z0-9-]", "-");
        return new CartPage.Condition(
                id,
                condition.text().path(),
                condition.text().shortVersion(),
                condition.text().title(),
                Markdown.html(condition.text().language(), condition.text().markdown(), 3),
                !read.add(id),
                condition
                        .accepted()
                        .map(accepted ->
                                words.get(
                                        "ordering.cart.accepted",
                                        accepted.at().atZone(zone).toLocalDate(),
                                        accepted.by().name())));
    }

    /// As many places as persons are to be named, and those named already beyond.
    private static List<CartPage.Person> persons(CartView.Line line) {
        var typed = line.typed().persons();
        var places = Math.max(Math.min(line.persons(), 99), line.persons() == 0 ? 0 : typed.size());
        var persons = new ArrayList<CartPage.Person>();
        for (var place = 0; place < places; place++) {
            var person =
                    place < typed.size()
                            ? typed.get(place)
                            : new Cart.Person("", "", Optional.empty());
            persons.add(
                    new CartPage.Person(
                            place + 1,
                            person.name(),
                            person.email(),
                            person.newUser().map(isNew -> isNew ? "yes" : "no").orElse("")));
        }
        return persons;
    }

    private static boolean isAboutQuantity(Restriction restriction) {
        return restriction instanceof Restriction.AllotmentExceeded
                || restriction instanceof Restriction.OutOfStock
                || restriction instanceof Restriction.BelowMinimum
                || restriction instanceof Restriction.AboveMaximum;
    }

    private Violation violation(
            CartView.Line line, Restriction restriction, RestrictionWords said) {
        var buttons = new ArrayList<Button>();
        var links = new ArrayList<Why.Link>();
        for (var way : restriction.waysOut()) {
            button(line, way, said).ifPresent(buttons::add);
            link(line, way, said).ifPresent(links::add);
        }
        return new Violation(
                title(line, restriction, said),
                text(line, restriction, said),
                state(restriction).map(new Limits(words)::meter),
                buttons,
                links);
    }

    private String title(CartView.Line line, Restriction restriction, RestrictionWords said) {
        return isUnclear(line, restriction)
                ? words.get("ordering.cart.quantity.unclear")
                : said.title(restriction);
    }

    private String text(CartView.Line line, Restriction restriction, RestrictionWords said) {
        if (!isUnclear(line, restriction)) {
            return said.text(restriction);
        }
        var typed = line.typed().quantity().strip();
        return typed.isEmpty()
                ? words.get("ordering.cart.quantity.unclear.none", Cart.MOST_UNITS)
                : words.get("ordering.cart.quantity.unclear.text", typed, Cart.MOST_UNITS);
    }

    /// What was typed is no number of units, so no figure can be said of it.
    private static boolean isUnclear(CartView.Line line, Restriction restriction) {
        return restriction instanceof Restriction.BelowMinimum && !line.typed().isCounted();
    }

    private static Optional<AllotmentState> state(Restriction restriction) {
        return switch (restriction) {
            case Restriction.AllotmentExceeded it -> Optional.of(it.state());
            case Restriction.OnceInALifetime it -> Optional.of(it.state());
            case Restriction.NotQualified _,
                    Restriction.NotEligible _,
                    Restriction.Undecided _,
                    Restriction.MustBeAlone _,
                    Restriction.OutOfStock _,
                    Restriction.WaiverMissing _,
                    Restriction.AnswersMissing _,
                    Restriction.ConditionsNotAccepted _,
                    Restriction.PostOfficeBox _,
                    Restriction.PersonAlreadyHasOne _,
                    Restriction.NotANewUser _,
                    Restriction.BelowMinimum _,
                    Restriction.AboveMaximum _,
                    Restriction.NotOnSale _,
                    Restriction.OtherCountry _ ->
                    Optional.empty();
        };
    }

    private static Optional<Button> button(CartView.Line line, WayOut way, RestrictionWords said) {
        var offer = line.typed().offer().value();
        return switch (way) {
            case WayOut.ReduceTo _ -> {
                var least = least(line);
                yield Optional.of(quantity(offer, least.units(), said.wayOut(least)));
            }
            case WayOut.RaiseTo(var units) -> Optional.of(quantity(offer, units, said.wayOut(way)));
            case WayOut.RemoveLine _ ->
                    Optional.of(new Button(said.wayOut(way), "/cart/remove", "offer", offer));
            case WayOut.OrderSuccessor(var successor) ->
                    Optional.of(
                            new Button(
                                    said.wayOut(way),
                                    "/cart/" + offer + "/successor",
                                    "offer",
                                    successor.value()));
            case WayOut.Wait _,
                    WayOut.OrderAlone _,
                    WayOut.Mend _,
                    WayOut.ProductAlert _,
                    WayOut.AnswerQuestions _,
                    WayOut.NamePersons _,
                    WayOut.NameOthers _,
                    WayOut.AcceptConditions _,
                    WayOut.GiveStreetAddress _,
                    WayOut.ReadText _ ->
                    Optional.empty();
        };
    }

    /// Of several limits the narrowest: whichever button is pressed, none is left.
    private static WayOut.ReduceTo least(CartView.Line line) {
        return line.restrictions().stream()
                .flatMap(restriction -> restriction.waysOut().stream())
                .filter(WayOut.ReduceTo.class::isInstance)
                .map(WayOut.ReduceTo.class::cast)
                .min(Comparator.comparingLong(WayOut.ReduceTo::units))
                .orElseThrow();
    }

    private static Button quantity(String offer, long units, String text) {
        return new Button(text, "/cart/" + offer + "/quantity", "quantity", Long.toString(units));
    }

    private static Optional<Why.Link> link(CartView.Line line, WayOut way, RestrictionWords said) {
        var offer = line.typed().offer().value();
        return switch (way) {
            case WayOut.OrderAlone _ -> Optional.of(to(said, way, "/cart/review?only=" + offer));
            case WayOut.AnswerQuestions _ -> Optional.of(to(said, way, "#questions-" + offer));
            case WayOut.NamePersons _, WayOut.NameOthers _ ->
                    Optional.of(to(said, way, "#persons-" + offer));
            case WayOut.AcceptConditions _ -> Optional.of(to(said, way, "#conditions-" + offer));
            case WayOut.GiveStreetAddress _ -> Optional.of(to(said, way, "/organisation"));
            case WayOut.Mend(Remedy.Waiver _), WayOut.Mend(Remedy.Order _), WayOut.ReadText _ ->
                    Optional.of(to(said, way, "/offers/" + offer + "#why"));
            case WayOut.Mend _ -> Optional.of(to(said, way, "/organisation"));
            case WayOut.Wait _,
                    WayOut.ReduceTo _,
                    WayOut.RaiseTo _,
                    WayOut.RemoveLine _,
                    WayOut.OrderSuccessor _,
                    WayOut.ProductAlert _ ->
                    Optional.empty();
        };
    }

    private static Why.Link to(RestrictionWords said, WayOut way, String address) {
        return new Why.Link(said.wayOut(way), address);
    }
}
