package org.passerelle.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;

/// An offer to try rules on, described step by step.
public final class OfferBuilder {
    private final String id;
    private final String programme;
    private Offer.Kind kind = Offer.Kind.DONATION;
    private List<OfferId> succeeds = List.of();
    private Offer.Holds holds = new Offer.Holds(1, 0);
    private List<Offer.DatedFee> fees =
            List.of(new Offer.DatedFee(LocalDate.of(2015, 1, 1), Money.of(CurrencyUnit.EUR, 38)));
    private Optional<Money> marketValue = Optional.empty();
    private Offer.Quantity quantity = new Offer.Quantity(1, Optional.empty());
    private Offer.Stock stock = new Offer.Stock.Unlimited();
    private List<Offer.HandOver> handOver = List.of();
    private List<String> conditions = List.of();
    private Optional<Criterion.All> eligible = Optional.empty();
    private Optional<List<String>> countries = Optional.empty();
    private Optional<LocalDate> onSaleUntil = Optional.empty();
    private Optional<LocalDate> onSaleFrom = Optional.empty();
    private List<Programme.Question> questions = List.of();

    OfferBuilder(String id, String programme) {
        this.id = id;
        this.programme = programme;
    }

    public OfferBuilder kind(Offer.Kind other) {
        kind = other;
        return this;
    }

    public OfferBuilder succeeds(String... others) {
        succeeds = List.of(others).stream().map(OfferId::of).toList();
        return this;
    }

    public OfferBuilder holds(long licences, long devices) {
        holds = new Offer.Holds(licences, devices);
        return this;
    }

    public OfferBuilder fee(String amount) {
        fees = List.of(new Offer.DatedFee(LocalDate.of(2015, 1, 1), Money.parse(amount)));
        return this;
    }

    public OfferBuilder noFee() {
        fees = List.of();
        return this;
    }

    public OfferBuilder fees(Offer.DatedFee... several) {
        fees = List.of(several);
        return this;
    }

    public OfferBuilder marketValue(String amount) {
        marketValue = Optional.of(Money.parse(amount));
        return this;
    }

    public OfferBuilder quantity(long atLeast, long atMost) {
        quantity = new Offer.Quantity(atLeast, Optional.of(atMost));
        return this;
    }

    public OfferBuilder stock(Offer.Stock other) {
        stock = other;
        return this;
    }

    public OfferBuilder handsOver(Offer.HandOver.What what) {
        handOver =
                List.of(
                        new Offer.HandOver(
                                what,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        return this;
    }

    public OfferBuilder conditions(String... texts) {
        conditions = List.of(texts);
        return this;
    }

    public OfferBuilder eligible(Criterion... criteria) {
        eligible = Optional.of(new Criterion.All(List.of(criteria)));
        return this;
    }

    public OfferBuilder countries(String... codes) {
        countries = Optional.of(List.of(codes));
        return this;
    }

    public OfferBuilder onSale(String first, String last) {
        onSaleFrom = Optional.of(LocalDate.parse(first));
        onSaleUntil = Optional.of(LocalDate.parse(last));
        return this;
    }

    public OfferBuilder asks(String... ids) {
        questions = List.of(ids).stream().map(PackFixture::question).toList();
        return this;
    }

    public Offer build() {
        return new Offer(
                OfferId.of(id),
                "SKU-" + id,
                kind,
                PartnerId.of(programme.split("-")[0]),
                ProgrammeId.of(programme),
                Localised.same(id),
                Localised.same(id),
                succeeds,
                List.of(),
                holds,
                fees,
                marketValue,
                Optional.empty(),
                quantity,
                stock,
                handOver,
                Optional.empty(),
                List.of(),
                conditions,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                eligible,
                countries,
                onSaleFrom,
                onSaleUntil,
                List.of(),
                "standard",
                questions);
    }
}
