package org.passerelle.ordering;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.payment.Payments;
import org.passerelle.programme.Programmes;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Qualified organisations and their carts, by the modules' own verbs, for tests.
@Component
public class OrderingFixture {
    public static final OfficeId OFFICE = VerificationFixtures.LUXEMBOURG;
    public static final Actor.Staff STAFF = new Actor.Staff(PersonId.random(), "Marc Thill");
    public static final OfferId WINDOWS = OfferId.of("windows-11-pro");
    public static final OfferId GENUINE = OfferId.of("windows-11-get-genuine");
    public static final OfferId ACROBAT = OfferId.of("acrobat-pro-1y");
    public static final OfferId SWITCH = OfferId.of("cisco-switch-24");
    public static final OfferId LAPTOP = OfferId.of("refurbished-laptop");

    @Autowired public Ordering ordering;
    @Autowired public Payments payments;
    @Autowired public Programmes programmes;
    @Autowired public Stockroom stockroom;
    @Autowired Notification notification;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired People people;
    @Autowired Packs packs;
    @Autowired Clock clock;
    @Autowired TransactionOperations transaction;

    /// An organisation and its holder.
    public record Buyer(OrganisationId organisation, Person holder) {
        public Actor actor() {
            return new Actor.Member(holder.id(), holder.name());
        }
    }

    /// Registered and qualified, with a person who may order.
    public Buyer qualified() {
        return qualified(Accounts.member(people));
    }

    /// The same, of somebody who may hold several.
    public Buyer qualified(Person holder) {
        var buyer = unqualified(holder);
        verification.submit(buyer.actor(), buyer.organisation());
        var now = clock.instant();
        organisations.recordStanding(
                buyer.organisation(), new Standing.Qualified(now, now.plus(Duration.ofDays(730))));
        return buyer;
    }

    public Buyer unqualified() {
        return unqualified(Accounts.member(people));
    }

    private Buyer unqualified(Person holder) {
        var organisation =
                VerificationFixtures.draft(organisations, verification, packs, holder.id());
        return new Buyer(organisation, holder);
    }

    public Pack pack() {
        return packs.get(OFFICE);
    }

    public Offer offer(OfferId id) {
        return pack().offer(id).orElseThrow();
    }

    /// Puts units of an offer into the cart with everything said that it asks for.
    public void fill(Buyer buyer, OfferId id, String quantity) {
        ordering.put(buyer.organisation(), id, quantity);
        for (var path : offer(id).conditions()) {
            var text =
                    pack().texts()
                            .find(path, Language.FR, pack().office().languages())
                            .orElseThrow();
            ordering.accept(
                    buyer.actor(), buyer.organisation(), id, path, text.version(), Language.FR);
        }
        var answers = new LinkedHashMap<String, String>();
        ordering.cart(buyer.organisation(), Language.FR).lines().stream()
                .filter(line -> line.typed().offer().equals(id))
                .flatMap(line -> line.questions().stream())
                .forEach(question -> answers.put(question.id(), "Réponse."));
        ordering.answer(buyer.organisation(), id, answers);
    }

    /// One line as a machine gives it, all conditions accepted.
    public Cart.Line line(OfferId id, String quantity) {
        var accepted = new LinkedHashMap<String, Cart.Acceptance>();
        for (var path : offer(id).conditions()) {
            var text =
                    pack().texts()
                            .find(path, Language.FR, pack().office().languages())
                            .orElseThrow();
            accepted.put(
                    path,
                    new Cart.Acceptance(
                            text.version(), Language.FR, clock.instant(), Signature.of("test")));
        }
        return new Cart.Line(id, quantity, Map.of(), List.of(), accepted, clock.instant());
    }

    public PlaceOutcome place(Buyer buyer) {
        return ordering.place(
                buyer.actor(),
                buyer.organisation(),
                IdempotencyKey.random(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
    }

    /// Held for nobody who will come for it.
    public void hold(Stockroom.Wanted wanted) {
        transaction.executeWithoutResult(_ -> stockroom.hold(OFFICE, List.of(wanted), STAFF));
    }

    /// An order of these units, placed.
    public Order placed(Buyer buyer, OfferId id, String quantity) {
        fill(buyer, id, quantity);
        if (place(buyer) instanceof PlaceOutcome.Placed(var order, _)) {
            return order;
        }
        throw new IllegalStateException(
                "Not placed: " + ordering.cart(buyer.organisation(), Language.FR).restrictions());
    }

    /// An order placed and paid.
    public Order paid(Buyer buyer, OfferId id, String quantity) {
        var order = placed(buyer, id, quantity);
        pay(order);
        return ordering.order(order.number()).orElseThrow();
    }

    /// Staff hand over one key for the order's first line; `last` when nothing follows.
    public ActOutcome handsKey(Order order, String key, boolean last) {
        return ordering.deliver(
                STAFF,
                order.number(),
                1,
                UUID.randomUUID(),
                new HandedOver.Keys(List.of(key)),
                last);
    }

    /// All its parcels are there today.
    public void arrives(Order order) {
        var today = clock.instant().atZone(pack().office().zone()).toLocalDate();
        order.handedOver().stream()
                .filter(HandOver::isUnderWay)
                .forEach(parcel -> ordering.arrived(STAFF, order.number(), parcel.id(), today));
    }

    /// The one letter of that kind to a buyer.
    public String letterTo(Buyer buyer, String template) {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .filter(letter -> letter.template().equals(template))
                .map(SentLetter::text)
                .reduce((one, other) -> {
                    throw new IllegalStateException("Two letters: " + one + other);
                })
                .orElseThrow();
    }

    public void pay(Order order) {
        ordering.recordPayment(
                STAFF,
                order.number(),
                order.total().gross(),
                java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                "bank " + UUID.randomUUID());
    }
}
