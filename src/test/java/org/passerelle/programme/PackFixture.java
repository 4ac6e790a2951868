package org.passerelle.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Limit;
import org.passerelle.pack.model.Allotment.Scope;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Partner;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.pack.model.Rates;
import org.passerelle.pack.model.Texts;

/// A small office in Luxembourg to try rules on: packs as values, without files.
public final class PackFixture {
    public static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");
    public static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    public static final Window FISCAL_YEAR = new Window.FiscalYear();
    public static final Window LIFETIME = new Window.Lifetime();
    public static final Scope ALL_OFFERS = new Scope.WholeProgramme();

    private final Map<ProgrammeId, Programme> programmes = new LinkedHashMap<>();
    private final Map<OfferId, Offer> offers = new LinkedHashMap<>();
    private final Map<PartnerId, Partner> partners = new LinkedHashMap<>();
    private Rates rates =
            new Rates(
                    Map.of(
                            CurrencyUnit.USD,
                            rate("2015-01-02", "1.20", "2022-01-03", "1.1355"),
                            CurrencyUnit.CAD,
                            rate("2015-01-02", "1.40", "2022-01-03", "1.4465")));

    private ZoneId zone = LUXEMBOURG;

    public PackFixture zone(ZoneId other) {
        zone = other;
        return this;
    }

    public static TreeMap<LocalDate, BigDecimal> rate(String... dayAndValue) {
        var dated = new TreeMap<LocalDate, BigDecimal>();
        for (var i = 0; i < dayAndValue.length; i += 2) {
            dated.put(LocalDate.parse(dayAndValue[i]), new BigDecimal(dayAndValue[i + 1]));
        }
        return dated;
    }

    public PackFixture rates(Rates other) {
        rates = other;
        return this;
    }

    public PackFixture with(Programme programme) {
        programmes.put(programme.id(), programme);
        partners.computeIfAbsent(
                programme.partner(),
                id ->
                        new Partner(
                                id,
                                id.value(),
                                Optional.empty(),
                                Optional.empty(),
                                Localised.same(id.value()),
                                Optional.empty()));
        return this;
    }

    public PackFixture with(Offer offer) {
        offers.put(offer.id(), offer);
        return this;
    }

    public Pack pack() {
        return new Pack(
                OfficeId.of("luxembourg"),
                "c0ffee",
                OfficeFixture.office(zone),
                OfficeFixture.activities(),
                rates,
                Localised.same("Luxembourg"),
                List.of(),
                partners,
                programmes,
                offers,
                Map.of(),
                List.of(),
                List.of(),
                new Texts(Map.of()));
    }

    public static Allotment allotment(Count count, long atMost, Window window) {
        return new Allotment(count, ALL_OFFERS, new Limit.Units(atMost), window);
    }

    public static Window fromFirstOrder(int years) {
        return new Window.FromFirstOrder(new Duration(years, Duration.Unit.YEARS));
    }

    public static Window rolling(int amount, Duration.Unit unit) {
        return new Window.Rolling(new Duration(amount, unit));
    }

    /// A programme of a partner of the same first word, in force since 2020.
    public static ProgrammeBuilder programme(String id) {
        return new ProgrammeBuilder(id);
    }

    public static OfferBuilder offer(String id, String programme) {
        return new OfferBuilder(id, programme);
    }

    public static Criterion.Words anyOf(String... words) {
        return new Criterion.Words(Set.of(words), Set.of());
    }

    public static Criterion.Words noneOf(String... words) {
        return new Criterion.Words(Set.of(), Set.of(words));
    }

    public static Criterion budgetAtMost(String amount) {
        return new Criterion.Budget(
                new Criterion.Range<>(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Money.parse(amount))));
    }

    public static Criterion budgetBelow(String amount) {
        return new Criterion.Budget(
                new Criterion.Range<>(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Money.parse(amount)),
                        Optional.empty()));
    }

    public static Criterion customerOf(String partner, int notWithinYears) {
        return new Criterion.CustomerOf(
                PartnerId.of(partner),
                Optional.of(new Duration(notWithinYears, Duration.Unit.YEARS)),
                Optional.empty());
    }

    static Programme.Question question(String id) {
        return new Programme.Question(id, Localised.same(id + "?"), Optional.empty(), true);
    }
}
