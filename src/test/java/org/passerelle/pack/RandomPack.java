package org.passerelle.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Deal;
import org.passerelle.pack.model.HelpSubject;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Partner;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.PostalCode;
import org.passerelle.pack.model.Rates;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.pack.model.Texts;

/// A random pack that is right, the same for the same seed.
final class RandomPack {
    static final OfficeId ID = OfficeId.of("random");
    private static final List<String> COUNTRIES = List.of("LU", "BE", "FR", "NO", "CA");

    private final RandomWords some;
    private final List<String> texts;
    private final RandomTaxes taxes;

    private RandomPack(long seed) {
        this.some = new RandomWords(seed);
        this.taxes = new RandomTaxes(some);
        this.texts =
                List.of(
                        "conditions/a",
                        "conditions/b",
                        "faq",
                        "deep/er/text",
                        "articles/one",
                        "articles/two");
    }

    static Pack of(long seed) {
        return new RandomPack(seed).pack();
    }

    private Pack pack() {
        var office = office();
        var activities = activities();
        var partners = some.map(1, 2, Partner::id, this::partner);
        var rules =
                new RandomRules(some, office, activities, List.copyOf(partners.keySet()), texts);
        var offerIds = some.list(6, () -> some.word("offer"));
        var programmes = rules.programmes(offerIds);
        var categories = categories();
        return new Pack(
                ID,
                "",
                office,
                activities,
                rates(),
                some.localised(),
                categories,
                partners,
                programmes,
                new RandomOffers(some, rules, office, categories, programmes, texts)
                        .offers(offerIds),
                some.map(0, 3, RequestKind::id, this::request),
                help(),
                some.list(2, this::deal),
                texts());
    }

    private Office office() {
        var statuses = terms("status");
        return new Office(
                ID,
                some.localised(),
                some.some(COUNTRIES, 1),
                some.some(List.of(Language.FR, Language.EN), 1),
                CurrencyUnit.EUR,
                ZoneId.of(some.one(List.of("Europe/Luxembourg", "America/Toronto"))),
                new Office.Contact(
                        "a@b.example",
                        some.perhaps(some::text),
                        some.perhaps(() -> "https://b.example/c?d=e#f"),
                        some.text()),
                new Office.Calendar(
                        some.some(List.of("LU", "BE", "CA-ON"), 0), some.list(3, this::closure)),
                new Office.Promises(
                        1 + some.upTo(20),
                        1 + some.upTo(20),
                        1 + some.upTo(20),
                        1 + some.upTo(20),
                        1 + some.upTo(20),
                        1 + some.upTo(20)),
                some.map(1, 3, Office.LegalForm::id, () -> form(List.copyOf(statuses.keySet()))),
                statuses,
                terms("purpose"),
                terms("designation"),
                terms("attestation"),
                terms("judgement"),
                new Office.Qualification(
                        Period.ofMonths(1 + some.upTo(40)),
                        Set.copyOf(some.some(List.of(Office.DecisiveFact.values()), 1)),
                        some.list(3, this::reason),
                        some.list(
                                3,
                                () ->
                                        new Office.ReadyQuestion(
                                                some.word("ask"),
                                                some.localised(),
                                                some.localised()))),
                new Office.Documents(1 + some.upTo(30), 1 + some.upTo(30)),
                new Office.Duplicates(40 + some.upTo(30), 70 + some.upTo(30)),
                List.of(),
                List.of(
                        taxes.vat("standard", "gst", Optional.empty(), LocalDate.of(2015, 1, 1)),
                        taxes.vat("standard", "hst", Optional.of("CA-ON"), some.day()),
                        taxes.vat("standard", "gst", Optional.empty(), LocalDate.of(2023, 1, 1)),
                        taxes.vat("standard", "qst", Optional.of("CA-QC"), some.day()),
                        taxes.exempt("none")),
                some.perhaps(() -> new Office.TaxTerms(some.localised(), some.localised())),
                some.perhaps(taxes::seller),
                some.perhaps(taxes::vatArea),
                new Office.Records(
                        Period.ofYears(1 + some.upTo(20)), some.localised(), some.localised()),
                new Office.Numbering(1 + some.number(100_000), some.text()),
                payment(),
                some.perhaps(this::branches),
                some.some(List.of("BE-BCE_KBO", "FR-SIREN", "US-EIN"), 0),
                some.some(
                        List.of(
                                new PostalCode("LU", "L-9999", "Z", "L-2344"),
                                new PostalCode("CA", "A9A 9A9", "KAB", "K1A 0B1")),
                        0),
                cancellationReasons());
    }

    private Map<String, Localised> cancellationReasons() {
        var reasons = new LinkedHashMap<String, Localised>();
        some.some(List.of("mistake", "too-slow", "no-money"), 0)
                .forEach(word -> reasons.put(word, some.localised()));
        return reasons;
    }

    private Deal deal() {
        return new Deal(
                some.word("deal"),
                some.localised(),
                some.localised(),
                "https://" + some.word("site") + ".example/",
                List.of());
    }

    /// Two articles have a text.
    private List<HelpSubject> help() {
        var articles = some.some(List.of("one", "two"), 0);
        return articles.stream()
                .map(id ->
                        new HelpSubject(
                                some.word("subject"),
                                some.localised(),
                                List.of(
                                        new HelpSubject.Article(
                                                id,
                                                Set.copyOf(
                                                        some.some(
                                                                List.of(HelpSubject.Place.values()),
                                                                0))))))
                .toList();
    }

    private RequestKind request() {
        return some.coin()
                ? new RequestKind(
                        some.word("request"),
                        some.localised(),
                        some.localised(),
                        some.one(List.of(RequestKind.Asker.values())),
                        RequestKind.AnsweredBy.SUPPORT,
                        1,
                        Optional.of(some.one(List.of(RequestKind.DoneBy.values()))),
                        Map.of(),
                        List.of(),
                        List.of())
                : new RequestKind(
                        some.word("request"),
                        some.localised(),
                        some.localised(),
                        RequestKind.Asker.MEMBER,
                        some.one(List.of(RequestKind.AnsweredBy.values())),
                        1 + some.upTo(9),
                        Optional.empty(),
                        some.map(1, 3, RequestKind.Field::id, this::field),
                        some.list(2, some::localised),
                        some.list(2, this::readyText));
    }

    private RequestKind.Field field() {
        var type = some.one(List.of(RequestKind.Type.values()));
        return new RequestKind.Field(
                some.word("field"),
                some.localised(),
                some.perhaps(some::localised),
                type,
                some.coin(),
                type == RequestKind.Type.CHOICE
                        ? Map.of("one", some.localised(), "two", some.localised())
                        : Map.of());
    }

    private RequestKind.ReadyText readyText() {
        return new RequestKind.ReadyText(some.word("ready"), some.localised(), some.localised());
    }

    private Map<String, Office.Term> terms(String kind) {
        return some.map(
                1,
                3,
                Office.Term::id,
                () ->
                        new Office.Term(
                                some.word(kind), some.localised(), some.perhaps(some::localised)));
    }

    private Office.Closure closure() {
        var first = some.day();
        return new Office.Closure(
                first,
                first.plusDays(some.upTo(9)),
                first.minusDays(some.upTo(9)),
                some.localised());
    }

    private Office.LegalForm form(List<String> statuses) {
        return new Office.LegalForm(
                some.word("form"),
                some.localised(),
                some.one(COUNTRIES),
                some.some(statuses, 0),
                some.some(List.of("LU-RCS", "LU-TVA", "BE-BCE_KBO"), 0),
                some.perhaps(() -> some.one(List.of("RR", "RC"))),
                some.coin(),
                some.coin(),
                some.coin(),
                some.perhaps(some::localised),
                some.list(2, some::localised));
    }

    private Office.Payment payment() {
        var means = some.some(List.of(Office.Payment.Means.values()), 1);
        return new Office.Payment(
                some.text(),
                means.contains(Office.Payment.Means.TRANSFER)
                        ? "LU280019400644750000"
                        : "99999-999-" + some.upTo(9) + "000000",
                "BCEELULL",
                some.localised(),
                java.util.stream.IntStream.rangeClosed(1, 1 + some.upTo(3))
                        .mapToObj(turn -> turn * 4 + some.upTo(3))
                        .toList(),
                20 + some.upTo(10),
                means,
                20 + some.upTo(30),
                some.perhaps(some::text));
    }

    private Office.Branches branches() {
        return new Office.Branches(
                some.localised(),
                some.localised(),
                some.localised(),
                some.list(2, some::localised),
                some.list(
                        3,
                        () ->
                                new Office.LetterReason(
                                        some.word("flaw"), some.localised(), some.localised())));
    }

    private Office.Reason reason() {
        return new Office.Reason(
                some.word("reason"), some.localised(), some.localised(), some.coin());
    }

    private Activities activities() {
        var nodes = new ArrayList<Activities.Node>();
        for (var root = 1; root <= 1 + some.upTo(3); root++) {
            nodes.add(node(root + "000", null));
            for (var below = 1; below <= some.upTo(2); below++) {
                nodes.add(node(root + "" + below + "00", root + "000"));
            }
        }
        return new Activities(nodes);
    }

    private Activities.Node node(String code, @org.jspecify.annotations.Nullable String parent) {
        return new Activities.Node(
                code, some.word("activity"), parent, some.localised(), some.coin());
    }

    private Rates rates() {
        var perEuro = new LinkedHashMap<CurrencyUnit, NavigableMap<LocalDate, BigDecimal>>();
        for (var currency : List.of(CurrencyUnit.USD, CurrencyUnit.CAD)) {
            var days = new TreeMap<LocalDate, BigDecimal>();
            days.put(LocalDate.of(2019, 1, 1), some.decimal()); // before any rule
            days.put(some.day(), some.decimal());
            perEuro.put(currency, days);
        }
        return new Rates(perEuro);
    }

    private List<Pack.Category> categories() {
        var first =
                new Pack.Category(
                        some.word("shelf"),
                        some.localised(),
                        Optional.of(some.localised()),
                        Optional.empty());
        var second =
                new Pack.Category(
                        some.word("shelf"),
                        some.localised(),
                        Optional.empty(),
                        Optional.of(first.id()));
        return List.of(first, second);
    }

    private Partner partner() {
        return new Partner(
                PartnerId.of(some.word("partner")),
                some.text(),
                some.perhaps(() -> "http://p.example"),
                some.perhaps(() -> "desk@p.example"),
                some.localised(),
                some.perhaps(() -> some.one(texts)));
    }

    private Texts texts() {
        var byPath = new TreeMap<String, Map<Language, Texts.Text>>();
        for (var path : texts) {
            var versions = new EnumMap<Language, Texts.Text>(Language.class);
            for (var language : List.of(Language.FR, Language.EN)) {
                var body = ("Body " + some.number(1000) + "\n\n" + some.text()).strip();
                versions.put(
                        language, new Texts.Text(path, language, "Title " + language, body, ""));
            }
            byPath.put(path, versions);
        }
        return new Texts(byPath);
    }
}
