package org.passerelle.ordering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.catalogue.Availability;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.catalogue.Prices;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.domain.Carts;
import org.passerelle.ordering.domain.Orders;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.Texts;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.Programmes;
import org.passerelle.tax.Buyer;
import org.passerelle.tax.Taxes;
import org.springframework.stereotype.Component;

/// Looks at what was typed into a cart with today's eyes.
@Component
class CartDesk {
    private final Carts carts;
    private final Orders orders;
    private final Organisations organisations;
    private final Packs packs;
    private final Stockroom stockroom;
    private final Programmes programmes;
    private final Taxes taxes;
    private final Clock clock;

    CartDesk(
            Carts carts,
            Orders orders,
            Organisations organisations,
            Packs packs,
            Stockroom stockroom,
            Programmes programmes,
            Taxes taxes,
            Clock clock) {
        this.carts = carts;
        this.orders = orders;
        this.organisations = organisations;
        this.packs = packs;
        this.stockroom = stockroom;
        this.programmes = programmes;
        this.taxes = taxes;
        this.clock = clock;
    }

    Pack packOf(OrganisationId organisation) {
        return packs.get(organisations.get(organisation).office());
    }

    /// The business days of what is sent to an organisation (ORD-06).
    BusinessCalendar calendarOf(OrganisationId organisation) {
        return BusinessCalendars.of(packOf(organisation).office(), regionOf(organisation));
    }

    /// The province or state of the registered address, where it has one: holidays depend on it.
    private Optional<String> regionOf(OrganisationId organisation) {
        return organisations.get(organisation).profile().address().flatMap(Address::region);
    }

    /// The cart, or only the lines of these offers: an order of its own is judged by itself.
    CartView look(OrganisationId organisation, Optional<List<OfferId>> only, Language language) {
        var cart = carts.get(organisation);
        var chosen =
                cart.lines().stream()
                        .filter(line -> only.map(ids -> ids.contains(line.offer())).orElse(true))
                        .toList();
        return view(new Cart(organisation, chosen), language);
    }

    CartView view(Cart cart, Language language) {
        var pack = packOf(cart.organisation());
        var facts = programmes.factsOf(cart.organisation());
        var history = historyOf(cart.organisation());
        var restrictions = restrictions(pack, basket(pack, cart), facts, history);
        var buyer = taxes.buyer(cart.organisation());
        var lines = new ArrayList<CartView.Line>();
        for (var place = 0; place < cart.lines().size(); place++) {
            var typed = cart.lines().get(place);
            var own = place;
            lines.add(
                    line(
                            pack,
                            facts,
                            buyer,
                            typed,
                            restrictions.stream().filter(r -> r.line() == own).toList(),
                            language));
        }
        var prices = lines.stream().flatMap(line -> line.price().stream()).toList();
        return new CartView(cart, lines, LinePrice.Total.of(pack.office().currency(), prices));
    }

    /// What was ordered before, its units with those who have them now.
    private History historyOf(OrganisationId organisation) {
        var history = programmes.historyOf(organisation);
        var isNamed = history.lines().stream().anyMatch(line -> !line.persons().isEmpty());
        return isNamed ? SeatDesk.asHeldNow(history, orders.withPersons(organisation)) : history;
    }

    private CartView.Line line(
            Pack pack,
            OrganisationFacts facts,
            Buyer buyer,
            Cart.Line typed,
            List<Restriction> restrictions,
            Language language) {
        var day = clock.instant().atZone(pack.office().zone()).toLocalDate();
        var offer = pack.offer(typed.offer());
        var rules = offer.flatMap(o -> rules(pack, o, facts));
        var seats = rules.flatMap(Programme.Version::seats);
        return new CartView.Line(
                typed,
                offer,
                offer.filter(_ -> typed.units() > 0)
                        .flatMap(o -> Prices.of(pack.office(), o, typed.units(), buyer, day)),
                offer.map(o -> conditions(pack, o, typed, language)).orElse(List.of()),
                offer.map(o -> questions(o, rules)).orElse(List.of()),
                seats.filter(Programme.Seats::onePerPerson).isPresent() ? typed.units() : 0,
                seats.filter(Programme.Seats::newUsersOnly).isPresent(),
                rules.flatMap(Programme.Version::approval).isPresent(),
                restrictions);
    }

    Optional<Programme.Version> rules(Pack pack, Offer offer, OrganisationFacts facts) {
        var day = clock.instant().atZone(pack.office().zone()).toLocalDate();
        return pack.programme(offer.programme())
                .flatMap(programme -> Eligibility.versionFor(pack, programme, facts, day));
    }

    /// The offer's texts as they read today, in the reader's language.
    List<CartView.Condition> conditions(
            Pack pack, Offer offer, Cart.Line typed, Language language) {
        return offer.conditions().stream()
                .flatMap(path -> text(pack, path, language).stream())
                .map(text -> new CartView.Condition(text, accepted(pack, typed, text.path())))
                .toList();
    }

    private static Optional<Texts.Text> text(Pack pack, String path, Language language) {
        return pack.texts().find(path, language, pack.office().languages());
    }

    /// The acceptance that holds: one of today's words, in whichever language they were read.
    private static Optional<Cart.Acceptance> accepted(Pack pack, Cart.Line typed, String path) {
        return Optional.ofNullable(typed.accepted().get(path))
                .filter(acceptance ->
                        text(pack, path, acceptance.language())
                                .filter(t -> t.version().equals(acceptance.version()))
                                .isPresent());
    }

    /// Questions of the partner's approval, then of the offer, each once.
    static List<Programme.Question> questions(Offer offer, Optional<Programme.Version> rules) {
        var asked = new java.util.LinkedHashMap<String, Programme.Question>();
        Stream.concat(
                        rules.flatMap(Programme.Version::approval).stream()
                                .flatMap(approval -> approval.questions().stream()),
                        offer.questions().stream())
                .forEach(question -> asked.putIfAbsent(question.id(), question));
        return List.copyOf(asked.values());
    }

    List<Restriction> restrictions(
            Pack pack, Basket basket, OrganisationFacts facts, History history) {
        return Restrictions.of(pack, basket, facts, history, stockOf(pack), clock.instant());
    }

    private Stock stockOf(Pack pack) {
        return id ->
                pack.offer(id)
                        .map(offer -> stockroom.available(pack.id(), offer))
                        .flatMap(available ->
                                switch (available) {
                                    case Availability.Unlimited _ -> Optional.empty();
                                    case Availability.Counted(var units) ->
                                            Optional.of(Math.max(0, units));
                                });
    }

    /// What the cart asks for, as the restrictions see it. A person counts once a name and a mail
    /// address are there.
    Basket basket(Pack pack, Cart cart) {
        return new Basket(cart.lines().stream().map(line -> line(pack, line)).toList());
    }

    private static Basket.Line line(Pack pack, Cart.Line typed) {
        var accepted =
                pack.offer(typed.offer())
                        .map(offer ->
                                offer.conditions().stream()
                                        .allMatch(path -> accepted(pack, typed, path).isPresent()))
                        .orElse(true);
        return new Basket.Line(
                typed.offer(),
                typed.units(),
                typed.answers(),
                typed.persons().stream()
                        .filter(CartDesk::isNamed)
                        .map(person ->
                                new History.Person(
                                        person.email(),
                                        Optional.of(person.name().strip()),
                                        person.newUser()))
                        .toList(),
                accepted);
    }

    static boolean isNamed(Cart.Person person) {
        return !person.name().isBlank() && isAddress(person);
    }

    static boolean isAddress(Cart.Person person) {
        return person.email().strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    }
}
