package org.passerelle.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Criterion.Range;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office.LegalForm;
import org.passerelle.pack.model.Office.Term;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.pack.model.Rates;
import org.passerelle.words.Words;

/// Says findings in the reader's language (ELI-02): the criterion, what the organisation has, what
/// is demanded and what would have to change. Pages, letters and `pack try` all say it with these
/// words; names are the pack's.
public final class RuleWords {
    private final Words words;
    private final Pack pack;

    public RuleWords(Words words, Pack pack) {
        this.words = words;
        this.pack = pack;
    }

    /// One row of a "why" panel. `change` is empty where nothing needs to change.
    ///
    /// @param yoursIn the language of `yours` where the pack does not say it in the reader's
    /// @param demandedIn the same for `demanded`
    public record Explanation(
            String criterion,
            String yours,
            Optional<Language> yoursIn,
            String demanded,
            Optional<Language> demandedIn,
            Optional<String> change,
            Outcome favourable) {}

    public Explanation explain(Finding.Leaf leaf) {
        return new Explanation(
                criterion(leaf),
                yours(leaf),
                words.elsewhere(foundNames(leaf)),
                demanded(leaf),
                words.elsewhere(demandedNames(leaf)),
                change(leaf),
                leaf.favourable());
    }

    private Stream<Localised> foundNames(Finding.Leaf leaf) {
        return leaf.found() instanceof Fact.Words(var codes)
                ? codes.stream().flatMap(code -> named(leaf.criterion(), code).stream())
                : Stream.of();
    }

    /// What is demanded in the pack's own terms; a sentence of ours around them is in ours.
    private Stream<Localised> demandedNames(Finding.Leaf leaf) {
        if (!leaf.wanted()) {
            return Stream.of();
        }
        return switch (leaf.demanded()) {
            case Demand.Words(var anyOf, var noneOf) when noneOf.isEmpty() ->
                    anyOf.stream().flatMap(code -> named(leaf.criterion(), code).stream());
            case Demand.Attestation(var id) ->
                    Stream.ofNullable(pack.office().attestations().get(id)).map(Term::name);
            case Demand.Yes(var id) ->
                    Stream.ofNullable(pack.office().judgements().get(id)).map(Term::name);
            default -> Stream.of();
        };
    }

    /// The rules that the partner's approval lifts, by name; empty where there are none (ELI-05).
    public String lifted(EligibilityDecision decision) {
        return decision.reasons().lifted().stream()
                .map(this::criterion)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// All of it in one line.
    public String sentence(Finding.Leaf leaf) {
        var row = explain(leaf);
        var sentence = words.get("rules.sentence", row.criterion(), row.yours(), row.demanded());
        return row.change().map(change -> sentence + " " + change).orElse(sentence);
    }

    /// Conditions of which one would be enough, in one line.
    public String sentence(List<Finding.Leaf> oneOf) {
        var said = oneOf.stream().map(this::explain).toList();
        var first = said.getFirst();
        var same =
                said.stream()
                        .allMatch(row ->
                                row.criterion().equals(first.criterion())
                                        && row.yours().equals(first.yours()));
        var sentence =
                same
                        ? words.get(
                                "rules.sentence",
                                first.criterion(),
                                first.yours(),
                                said.stream()
                                        .map(Explanation::demanded)
                                        .reduce((one, other) ->
                                                words.get("rules.demanded.or", one, other))
                                        .orElseThrow())
                        : said.stream()
                                .map(row ->
                                        words.get(
                                                "rules.sentence",
                                                row.criterion(),
                                                row.yours(),
                                                row.demanded()))
                                .reduce((one, other) -> words.get("rules.sentence.or", one, other))
                                .orElseThrow();
        return Stream.concat(
                        Stream.of(sentence),
                        said.stream().flatMap(row -> row.change().stream()).distinct())
                .collect(Collectors.joining(" "));
    }

    /// `rempli`, `non rempli`, `à préciser`.
    public String outcome(Outcome outcome) {
        return words.get("rules.outcome." + outcome.code());
    }

    /// `Éligible`, `Non éligible`, `Pas encore décidé`.
    public String decision(EligibilityDecision decision) {
        return words.get("rules.decision." + decision.outcome());
    }

    public String programme(ProgrammeId id) {
        return pack.programme(id)
                .map(programme -> programme.title().in(words.language()))
                .orElse(id.value());
    }

    public String partner(PartnerId id) {
        return pack.partner(id).map(partner -> partner.name()).orElse(id.value());
    }

    /// A limit or what is used of it with its unit: `4 produits`, `4 800,00 USD`.
    public String figure(AllotmentState state, Figure figure) {
        var key = "rules.count." + state.count();
        return switch (figure) {
            case Figure.Units(var count) -> words.get(key, count);
            case Figure.Amount(var money) -> words.get(key, words.money(money));
        };
    }

    /// The number alone: `4`, `4 800,00 USD`.
    public String plain(Figure figure) {
        return switch (figure) {
            case Figure.Units(var count) -> words.number(count);
            case Figure.Amount(var money) -> words.money(money);
        };
    }

    /// `par exercice`, `depuis la première commande`.
    public String window(AllotmentState state) {
        return words.get("rules.window." + state.window());
    }

    private String criterion(Finding.Leaf leaf) {
        var key = "rules.criterion." + leaf.criterion();
        return switch (leaf.demanded()) {
            case Demand.NoPurchaseSince(var partner, _) -> words.get(key, partner(partner));
            case Demand.CurrentCustomer(var partner, _) -> words.get(key, partner(partner));
            case Demand.WaiverOn(var programme, _) -> words.get(key, partnerOf(programme));
            default -> words.get(key);
        };
    }

    private String yours(Finding.Leaf leaf) {
        var criterion = leaf.criterion();
        return switch (leaf.found()) {
            case Fact.Untold _ -> words.get("rules.yours.untold");
            case Fact.Nothing _ ->
                    words.find("rules.yours.none." + criterion)
                            .orElseGet(() -> words.get("rules.yours.none"));
            case Fact.Truth(var value) -> truth("rules.yours.", criterion, value);
            case Fact.Words(var codes) -> names(criterion, codes);
            case Fact.Amount(var money, var converted) -> amount(money, converted);
            case Fact.Number(var number) -> words.get("rules.yours.staff", number);
            case Fact.Day(var day) -> day(criterion, day);
            case Fact.Days(var from, var to) -> words.get("rules.yours.waiver", from, to);
        };
    }

    private String truth(String keys, String criterion, boolean value) {
        var answer = value ? "yes" : "no";
        return words.find(keys + criterion + "." + answer)
                .orElseGet(() -> words.get("rules.yours." + answer));
    }

    private String day(String criterion, LocalDate day) {
        return switch (criterion) {
            case "customer-of" -> words.get("rules.yours.purchase", day);
            case "bought-here", "had" -> words.get("rules.yours.ordered", day);
            default -> words.date(day);
        };
    }

    private String amount(Money money, Optional<Conversion> converted) {
        return converted
                .map(conversion ->
                        words.get(
                                "rules.yours.converted",
                                words.roundMoney(money),
                                words.money(conversion.to()),
                                words.date(rate(conversion).day())))
                .orElseGet(() -> words.roundMoney(money));
    }

    /// The older of the two rates: no figure is newer than that.
    private static Rates.Rate rate(Conversion conversion) {
        return conversion.fromRate().day().isBefore(conversion.toRate().day())
                ? conversion.fromRate()
                : conversion.toRate();
    }

    private String demanded(Finding.Leaf leaf) {
        var demand = demanded(leaf.criterion(), leaf.demanded());
        return leaf.wanted() ? demand : words.get("rules.demanded.not", demand);
    }

    private String demanded(String criterion, Demand demand) {
        return switch (demand) {
            case Demand.Truth(var value) ->
                    criterion.equals("qualified")
                            ? words.get("rules.demanded.qualified", pack.office().name())
                            : truth("rules.demanded.", criterion, value);
            case Demand.Words(var anyOf, var noneOf) -> wanted(criterion, anyOf, noneOf);
            case Demand.AmountWithin(var range) -> range(range, words::roundMoney);
            case Demand.NumberWithin(var range) -> range(range, words::number);
            case Demand.NoPurchaseSince(var partner, var day) ->
                    words.get("rules.demanded.no-purchase", partner(partner), day);
            case Demand.CurrentCustomer(var partner, var wanted) ->
                    words.get(
                            wanted ? "rules.demanded.customer" : "rules.demanded.no-customer",
                            partner(partner));
            case Demand.WaiverOn(var programme, var day) ->
                    words.get("rules.demanded.waiver", partnerOf(programme), day);
            case Demand.BoughtHere(var partner) ->
                    words.get("rules.demanded.bought-here", partner(partner));
            case Demand.Had(var offers, var since) -> had(offers, since);
            case Demand.Attestation(var text) -> term(pack.office().attestations(), text);
            case Demand.Yes(var question) -> term(pack.office().judgements(), question);
            case Demand.InForce(var from, var until) ->
                    from.map(day -> words.get("rules.demanded.from", day))
                            .or(() -> until.map(day -> words.get("rules.demanded.until", day)))
                            .orElseGet(() -> words.get("rules.demanded.in-force"));
        };
    }

    private String had(List<OfferId> offers, Optional<LocalDate> since) {
        var titles =
                offers.stream()
                        .map(id -> pack.offer(id).map(o -> text(o.title())).orElse(id.value()))
                        .collect(Collectors.joining(", "));
        return since.map(day -> words.get("rules.demanded.had.since", titles, day))
                .orElseGet(() -> words.get("rules.demanded.had", titles));
    }

    private String wanted(String criterion, Collection<String> anyOf, Collection<String> noneOf) {
        if (anyOf.isEmpty()) {
            return words.get("rules.demanded.none-of", names(criterion, noneOf));
        }
        var any = named(criterion, anyOf);
        var last = any.removeLast();
        var wanted =
                any.isEmpty() ? last : words.get("rules.demanded.or", String.join(", ", any), last);
        return noneOf.isEmpty()
                ? wanted
                : words.get("rules.demanded.both", wanted, names(criterion, noneOf));
    }

    private <T> String range(Range<T> range, Function<T, String> write) {
        var bounds = new ArrayList<String>();
        range.above().ifPresent(v -> bounds.add(bound("above", write.apply(v))));
        range.atLeast().ifPresent(v -> bounds.add(bound("at-least", write.apply(v))));
        range.below().ifPresent(v -> bounds.add(bound("below", write.apply(v))));
        range.atMost().ifPresent(v -> bounds.add(bound("at-most", write.apply(v))));
        return bounds.stream()
                .reduce((one, other) -> words.get("rules.demanded.and", one, lower(other)))
                .orElse("");
    }

    private String bound(String which, String value) {
        return words.get("rules.demanded." + which, value);
    }

    private String lower(String text) {
        return text.substring(0, 1).toLowerCase(words.language().locale()) + text.substring(1);
    }

    private Optional<String> change(Finding.Leaf leaf) {
        var key = "rules.change." + leaf.remedy().code();
        return switch (leaf.remedy()) {
            case Remedy.Unneeded _ -> Optional.empty();
            case Remedy.None _,
                    Remedy.Qualify _,
                    Remedy.CorrectData _,
                    Remedy.Attest _,
                    Remedy.Order _,
                    Remedy.StaffDecides _ ->
                    Optional.of(words.get(key));
            case Remedy.TellUs(var fact) -> words.find(key).or(() -> Optional.of(tellUs(fact)));
            case Remedy.Waiver _ -> Optional.of(words.get(key, partnerIn(leaf)));
            case Remedy.WaitUntil(var day) ->
                    Optional.of(words.get("rules.change.wait-until", day));
        };
    }

    private String tellUs(String fact) {
        return words.get("rules.change.tell-us", lower(words.get("rules.criterion." + fact)));
    }

    private String partnerIn(Finding.Leaf leaf) {
        return switch (leaf.demanded()) {
            case Demand.NoPurchaseSince(var partner, _) -> partner(partner);
            case Demand.CurrentCustomer(var partner, _) -> partner(partner);
            case Demand.WaiverOn(var programme, _) -> partnerOf(programme);
            default -> "";
        };
    }

    /// The partner whose offers are to be ordered for a condition to be met.
    public Optional<PartnerId> orderedFrom(Finding.Leaf leaf) {
        return switch (leaf.demanded()) {
            case Demand.BoughtHere(var partner) -> Optional.of(partner);
            case Demand.Had(var offers, _) ->
                    offers.stream()
                            .flatMap(id -> pack.offer(id).stream())
                            .map(offer -> offer.partner())
                            .findFirst();
            default -> Optional.empty();
        };
    }

    /// The name of a programme's partner.
    public String partnerOf(ProgrammeId programme) {
        return pack.programme(programme)
                .map(each -> partner(each.partner()))
                .orElse(programme.value());
    }

    private String names(String criterion, Collection<String> codes) {
        return String.join(", ", named(criterion, codes));
    }

    private List<String> named(String criterion, Collection<String> codes) {
        return new ArrayList<>(codes.stream().map(code -> name(criterion, code)).toList());
    }

    private String name(String criterion, String code) {
        return criterion.equals("country")
                ? Locale.of("", code).getDisplayCountry(locale())
                : named(criterion, code).map(this::text).orElse(code);
    }

    /// The pack's name for a word of a criterion.
    private Optional<Localised> named(String criterion, String code) {
        var office = pack.office();
        return switch (criterion) {
            case "form" -> Optional.ofNullable(office.forms().get(code)).map(LegalForm::name);
            case "status" -> Optional.ofNullable(office.statuses().get(code)).map(Term::name);
            case "purpose" -> Optional.ofNullable(office.purposes().get(code)).map(Term::name);
            case "designation" ->
                    Optional.ofNullable(office.designations().get(code)).map(Term::name);
            case "activity" -> pack.activities().find(code).map(Activities.Node::name);
            default -> Optional.empty();
        };
    }

    private Locale locale() {
        return words.language().locale();
    }

    private String term(Map<String, Term> terms, String id) {
        return Optional.ofNullable(terms.get(id)).map(term -> text(term.name())).orElse(id);
    }

    private String text(Localised name) {
        return name.in(words.language());
    }
}
