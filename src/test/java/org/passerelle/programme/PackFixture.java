package org.passerelle.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Limit;
import org.passerelle.pack.model.Allotment.Scope;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office;
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
                office(),
                activities(),
                rates,
                Localised.same("Luxembourg"),
                List.of(),
                partners,
                programmes,
                offers,
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

    public static final class ProgrammeBuilder {
        private final String id;
        private PartnerId partner;
        private List<Criterion> eligible = List.of(new Criterion.Qualified());
        private List<Allotment> allotments = List.of();
        private Programme.OrderRules order = Programme.OrderRules.NONE;
        private Optional<Programme.Approval> approval = Optional.empty();
        private Optional<Programme.Seats> seats = Optional.empty();
        private Programme.CountedAt countedAt = Programme.CountedAt.PLACED;
        private LocalDate from = LocalDate.of(2020, 1, 1);
        private Optional<LocalDate> until = Optional.empty();
        private final List<Programme.Version> earlier = new ArrayList<>();
        private List<Programme.PlaceOverride> overrides = List.of();
        private Optional<Programme.FiscalYear> fiscalYear =
                Optional.of(new Programme.FiscalYear(MonthDay.of(7, 1), LOS_ANGELES));

        private ProgrammeBuilder(String id) {
            this.id = id;
            this.partner = PartnerId.of(id.split("-")[0]);
        }

        public ProgrammeBuilder partner(String word) {
            partner = PartnerId.of(word);
            return this;
        }

        public ProgrammeBuilder eligible(Criterion... criteria) {
            eligible = List.of(criteria);
            return this;
        }

        public ProgrammeBuilder allotments(Allotment... several) {
            allotments = List.of(several);
            return this;
        }

        public ProgrammeBuilder order(Programme.OrderRules rules) {
            order = rules;
            return this;
        }

        public ProgrammeBuilder asks(String... questions) {
            approval =
                    Optional.of(
                            new Programme.Approval(
                                    Optional.empty(),
                                    List.of(questions).stream()
                                            .map(PackFixture::question)
                                            .toList()));
            return this;
        }

        public ProgrammeBuilder seats(boolean onePerPerson, boolean newUsersOnly) {
            seats = Optional.of(new Programme.Seats(onePerPerson, newUsersOnly));
            return this;
        }

        public ProgrammeBuilder countedWhenPaid() {
            countedAt = Programme.CountedAt.PAID;
            return this;
        }

        public ProgrammeBuilder fiscalYear(String starts, ZoneId zone) {
            fiscalYear = Optional.of(new Programme.FiscalYear(MonthDay.parse("--" + starts), zone));
            return this;
        }

        public ProgrammeBuilder noFiscalYear() {
            fiscalYear = Optional.empty();
            return this;
        }

        public ProgrammeBuilder from(String day) {
            from = LocalDate.parse(day);
            return this;
        }

        public ProgrammeBuilder until(String day) {
            until = Optional.of(LocalDate.parse(day));
            return this;
        }

        public ProgrammeBuilder overrides(Programme.PlaceOverride... several) {
            overrides = List.of(several);
            return this;
        }

        /// Ends the version described so far; what follows describes the next, from a later day.
        public ProgrammeBuilder then(String nextFrom) {
            earlier.add(version());
            return from(nextFrom);
        }

        private Programme.Version version() {
            return new Programme.Version(
                    from,
                    until,
                    new Criterion.All(eligible),
                    allotments,
                    order,
                    approval,
                    seats,
                    List.of(),
                    countedAt,
                    overrides);
        }

        public Programme build() {
            var versions = new ArrayList<>(earlier);
            versions.add(version());
            return new Programme(
                    ProgrammeId.of(id),
                    partner,
                    Localised.same(id),
                    Localised.same(id),
                    fiscalYear,
                    versions);
        }
    }

    static Programme.Question question(String id) {
        return new Programme.Question(id, Localised.same(id + "?"), Optional.empty(), true);
    }

    public static final class OfferBuilder {
        private final String id;
        private final String programme;
        private Offer.Kind kind = Offer.Kind.DONATION;
        private List<OfferId> succeeds = List.of();
        private Offer.Holds holds = new Offer.Holds(1, 0);
        private List<Offer.DatedFee> fees =
                List.of(
                        new Offer.DatedFee(
                                LocalDate.of(2015, 1, 1), Money.of(CurrencyUnit.EUR, 38)));
        private Optional<Money> marketValue = Optional.empty();
        private Offer.Quantity quantity = new Offer.Quantity(1, Optional.empty());
        private Offer.Stock stock = new Offer.Stock.Unlimited();
        private List<String> conditions = List.of();
        private Optional<Criterion.All> eligible = Optional.empty();
        private Optional<List<String>> countries = Optional.empty();
        private Optional<LocalDate> onSaleUntil = Optional.empty();
        private Optional<LocalDate> onSaleFrom = Optional.empty();
        private List<Programme.Question> questions = List.of();

        private OfferBuilder(String id, String programme) {
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
                    quantity,
                    stock,
                    List.of(),
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

    private static Office office() {
        var name = Localised.same("Luxembourg");
        return new Office(
                OfficeId.of("luxembourg"),
                name,
                List.of("LU", "BE"),
                List.of(Language.FR, Language.EN),
                CurrencyUnit.EUR,
                LUXEMBOURG,
                new Office.Contact("a@example.org", Optional.empty(), Optional.empty(), "-"),
                new Office.Calendar(List.of("LU"), List.of()),
                new Office.Promises(2, 2),
                Map.of(
                        "asbl", form("asbl", List.of("nonprofit"), false, false),
                        "school", form("school", List.of(), true, false),
                        "library", form("library", List.of(), false, true)),
                terms("nonprofit", "charity", "library", "school"),
                terms("religious", "political"),
                terms("secular"),
                terms("non-discrimination"),
                terms("direct-service"),
                new Office.Qualification(Period.ofMonths(24), List.of(), List.of()),
                List.of(
                        new Office.VatRate(
                                "standard", BigDecimal.valueOf(17), LocalDate.of(2015, 1, 1))),
                new Office.Numbering(10_001, "LU"),
                new Office.Payment("A", "LU00", "BIC", name, 7, 21));
    }

    private static Office.LegalForm form(
            String id, List<String> statuses, boolean school, boolean library) {
        return new Office.LegalForm(
                id,
                Localised.same(id),
                "LU",
                statuses,
                List.of("LU-RCS"),
                school,
                library,
                true,
                Optional.empty(),
                List.of());
    }

    private static Map<String, Office.Term> terms(String... ids) {
        var terms = new LinkedHashMap<String, Office.Term>();
        for (var id : ids) {
            terms.put(id, new Office.Term(id, Localised.same(id), Optional.empty()));
        }
        return terms;
    }

    private static Activities activities() {
        return new Activities(
                List.of(
                        node("1000", "culture", null, false),
                        node("1100", "arts", "1000", false),
                        node("2000", "education", null, false),
                        node("2100", "primary-schools", "2000", true),
                        node("2110", "special-schools", "2100", false),
                        node("7000", "advocacy", null, false),
                        node("7300", "political", "7000", false)));
    }

    private static Activities.Node node(
            String code,
            String id,
            @org.jspecify.annotations.Nullable String parent,
            boolean school) {
        return new Activities.Node(code, id, parent, Localised.same(id), school);
    }
}
