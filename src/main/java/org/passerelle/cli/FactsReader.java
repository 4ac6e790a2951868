package org.passerelle.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.cli.JsonTree.Spot;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.Basket;
import org.passerelle.pack.PackError;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.pack.model.VatArea;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.tax.Buyer;
import org.passerelle.tax.VatCheck;

/// Reads the facts of `pack try` against a pack (OPS-02): unknown keys, and words that the pack
/// does not have, are errors with their place. What is absent is not known.
final class FactsReader {
    private static final long MOST_UNITS = 1_000_000_000;
    private static final Set<String> DOCUMENT =
            Set.of("at", "organisation", "purchases", "waivers", "history", "basket", "stock");
    private static final Set<String> ORGANISATION =
            Set.of(
                    "country",
                    "form",
                    "statuses",
                    "activity",
                    "activities",
                    "purposes",
                    "designations",
                    "budget",
                    "staff",
                    "qualified",
                    "address",
                    "vatNumber",
                    "attested",
                    "judgements");

    private final Pack pack;
    private final FactsProblems problems;
    private final Set<String> offers;
    private final Set<String> programmes;
    private final Set<String> partners;

    private FactsReader(Pack pack, FactsProblems problems) {
        this.pack = pack;
        this.problems = problems;
        this.offers = words(pack.offers().keySet(), OfferId::value);
        this.programmes = words(pack.programmes().keySet(), ProgrammeId::value);
        this.partners = words(pack.partners().keySet(), PartnerId::value);
    }

    private static <T> Set<String> words(Collection<T> ids, Function<T, String> word) {
        return ids.stream().map(word).collect(Collectors.toSet());
    }

    sealed interface Reading {
        record Read(TryFacts facts) implements Reading {}

        /// Never empty, in the order of the file.
        record Refused(List<PackError> errors) implements Reading {}
    }

    static Reading read(Pack pack, String file, byte[] json) {
        var problems = new FactsProblems(file);
        try {
            var facts =
                    FactsObject.of(JsonTree.read(JsonTree.text(json)), problems, DOCUMENT)
                            .map(new FactsReader(pack, problems)::facts);
            if (facts.isPresent() && problems.found().isEmpty()) {
                return new Reading.Read(facts.get());
            }
        } catch (JsonTree.Malformed e) {
            problems.add(e.spot(), "no JSON: " + e.getMessage());
        }
        return new Reading.Refused(problems.found());
    }

    private TryFacts facts(FactsObject document) {
        var given = document.object("organisation", ORGANISATION);
        var address = given.flatMap(it -> it.object("address", ADDRESS));
        var organisation = organisation(document, given, address);
        return new TryFacts(
                document.required("at", document.moment("at"), Instant.EPOCH),
                organisation,
                new History(lines(document, "history", HISTORY, this::past)),
                stock(document),
                buyer(organisation, given, address),
                new Basket(lines(document, "basket", BASKET, this::wish)));
    }

    private static <T> Optional<List<T>> each(
            FactsObject document, String name, Set<String> keys, Function<FactsObject, T> read) {
        return document.objects(name, keys).map(all -> all.stream().map(read).toList());
    }

    private static <T> List<T> lines(
            FactsObject document,
            String name,
            Set<String> keys,
            Function<FactsObject, Optional<T>> read) {
        return each(document, name, keys, read).orElse(List.of()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private OrganisationFacts organisation(
            FactsObject document, Optional<FactsObject> given, Optional<FactsObject> address) {
        var purchases = each(document, "purchases", PURCHASE, this::purchase);
        var waivers = each(document, "waivers", WAIVER, this::waiver);
        var office = pack.office();
        return new OrganisationFacts(
                given.flatMap(it -> it.truth("qualified")),
                given.flatMap(it -> it.word("country", this::country)),
                given.flatMap(it -> it.word("form", in("form", office.forms()))),
                given.flatMap(this::statuses),
                given.flatMap(it -> it.word("activity", this::activity)),
                given.flatMap(it -> it.words("activities", this::activity)),
                given.flatMap(it -> it.words("purposes", in("purpose", office.purposes()))),
                given.flatMap(
                        it -> it.words("designations", in("designation", office.designations()))),
                given.flatMap(it -> it.object("budget", BUDGET)).map(FactsReader::budget),
                given.flatMap(it -> it.number("staff", 0, MOST_UNITS)),
                address.map(this::address),
                given.flatMap(it -> it.words("attested", in("attestation", office.attestations()))),
                given.map(this::judgements).orElse(Map.of()),
                purchases,
                waivers);
    }

    /// Those told, and those that the legal form brings by itself.
    private Optional<Set<String>> statuses(FactsObject it) {
        var office = pack.office();
        var brought =
                it.text("form")
                        .flatMap(form -> Optional.ofNullable(office.forms().get(form)))
                        .map(form -> form.statuses())
                        .orElse(List.of());
        var told = it.words("statuses", in("status", office.statuses()));
        return told.map(statuses -> {
            var all = new TreeSet<>(statuses);
            all.addAll(brought);
            return all;
        });
    }

    private static final Set<String> BUDGET = Set.of("amount", "currency", "year");

    private static OrganisationFacts.Budget budget(FactsObject it) {
        var year = it.required("year", it.number("year", 1900, 2999), 0L);
        return new OrganisationFacts.Budget(it.money(), year.intValue());
    }

    private static final Set<String> ADDRESS = Set.of("country", "region", "poBox");
    private static final Set<String> VAT_NUMBER = Set.of("number", "checked", "valid");

    /// A visitor where nothing is said of a country: the office's usual taxes.
    private Buyer buyer(
            OrganisationFacts organisation,
            Optional<FactsObject> given,
            Optional<FactsObject> address) {
        var regions = pack.office().regions().stream().map(Office.Region::code).toList();
        var region = address.flatMap(it -> it.word("region", in("region", regions)));
        var number = given.flatMap(it -> it.object("vatNumber", VAT_NUMBER));
        var told = number.map(it -> it.required("number", it.text("number"), ""));
        var check = number.flatMap(it -> check(it, told.orElse("")));
        return organisation
                .address()
                .flatMap(OrganisationFacts.Address::country)
                .or(organisation::country)
                .map(country -> new Buyer(true, country, region, told, check, List.of()))
                .orElseGet(() -> Buyer.visitor(pack.office()));
    }

    /// A look-up in the register, that found the number valid unless it is said that it did not.
    private Optional<VatCheck> check(FactsObject it, String number) {
        var lasts = pack.office().vatArea().map(VatArea::checkValidFor).orElse(Period.ZERO);
        var valid = it.truth("valid").orElse(true);
        return it.date("checked")
                .map(day ->
                        new VatCheck(
                                number,
                                day,
                                valid,
                                day.plus(lasts),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                day.atStartOfDay(pack.office().zone()).toInstant(),
                                Signature.of("facts")));
    }

    private OrganisationFacts.Address address(FactsObject it) {
        return new OrganisationFacts.Address(it.word("country", this::country), it.truth("poBox"));
    }

    private Map<String, Boolean> judgements(FactsObject organisation) {
        var known = pack.office().judgements().keySet();
        var answers = new HashMap<String, Boolean>();
        organisation
                .object("judgements", known)
                .ifPresent(given ->
                        known.forEach(question ->
                                given.truth(question)
                                        .ifPresent(yes -> answers.put(question, yes))));
        return answers;
    }

    private static final Set<String> PURCHASE = Set.of("partner", "on", "current");

    private OrganisationFacts.Purchase purchase(FactsObject it) {
        return new OrganisationFacts.Purchase(
                PartnerId.of(
                        it.required("partner", it.word("partner", in("partner", partners)), "")),
                it.required("on", it.date("on"), LocalDate.EPOCH),
                it.truth("current"));
    }

    private static final Set<String> WAIVER = Set.of("programme", "from", "to");

    private OrganisationFacts.Waiver waiver(FactsObject it) {
        var programme = it.word("programme", in("programme", programmes));
        var from = it.required("from", it.date("from"), LocalDate.EPOCH);
        var to = it.required("to", it.date("to"), LocalDate.MAX);
        if (to.isBefore(from)) {
            problems.add(it.spot(), "the waiver ends before it begins");
        }
        return new OrganisationFacts.Waiver(
                ProgrammeId.of(it.required("programme", programme, "")), from, to);
    }

    private static final Set<String> HISTORY =
            Set.of("offer", "quantity", "placed", "paid", "state", "persons");

    /// Lines placed at the same moment are of one order.
    private Optional<History.Line> past(FactsObject it) {
        var placed = it.required("placed", it.moment("placed"), Instant.EPOCH);
        var quantity = it.required("quantity", it.number("quantity", 1, MOST_UNITS), 1L);
        var paid = it.moment("paid");
        var state = state(it);
        var persons = persons(it);
        return offer(it)
                .map(offer ->
                        History.Line.of(
                                        pack,
                                        offer,
                                        quantity,
                                        placed.toString(),
                                        placed,
                                        state,
                                        persons)
                                .paidAt(paid));
    }

    private History.State state(FactsObject it) {
        var known = Stream.of(History.State.values()).map(History.State::code).toList();
        return it.required("state", it.word("state", in("state", known)), "placed")
                .transform(History.State::of)
                .orElse(History.State.PLACED);
    }

    private static final Set<String> BASKET =
            Set.of("offer", "quantity", "answers", "persons", "accepted");

    private Optional<Basket.Line> wish(FactsObject it) {
        var quantity = it.required("quantity", it.number("quantity", 0, MOST_UNITS), 1L);
        var persons = persons(it);
        var accepted = it.truth("accepted").orElse(false);
        return offer(it)
                .map(offer ->
                        new Basket.Line(
                                offer.id(), quantity, answers(it, offer), persons, accepted));
    }

    private Optional<Offer> offer(FactsObject it) {
        return pack.offer(
                OfferId.of(it.required("offer", it.word("offer", in("offer", offers)), "")));
    }

    private Map<String, String> answers(FactsObject it, Offer offer) {
        var known =
                Stream.concat(
                                pack.programme(offer.programme()).stream()
                                        .flatMap(programme -> programme.versions().stream())
                                        .flatMap(version -> questions(version)),
                                offer.questions().stream())
                        .map(Programme.Question::id)
                        .collect(Collectors.toSet());
        var answers = new HashMap<String, String>();
        it.object("answers", known)
                .ifPresent(given ->
                        known.forEach(question ->
                                given.text(question)
                                        .ifPresent(text -> answers.put(question, text))));
        return answers;
    }

    private static Stream<Programme.Question> questions(Programme.Version version) {
        return Stream.concat(
                        version.approval().stream(),
                        version.overrides().stream().flatMap(each -> each.approval().stream()))
                .flatMap(approval -> approval.questions().stream());
    }

    private static final Set<String> PERSON = Set.of("email", "name", "newUser");

    /// A person is an e-mail address, or an object that says more.
    private List<History.Person> persons(FactsObject it) {
        var persons = new ArrayList<History.Person>();
        for (var item : it.items("persons").orElse(List.of())) {
            if (item instanceof JsonTree.Text(_, var email)) {
                persons.add(new History.Person(email, Optional.empty(), Optional.empty()));
            } else {
                FactsObject.of(item, problems, PERSON).map(this::person).ifPresent(persons::add);
            }
        }
        return persons;
    }

    private History.Person person(FactsObject it) {
        return new History.Person(
                it.required("email", it.text("email"), ""), it.text("name"), it.truth("newUser"));
    }

    private Map<OfferId, Long> stock(FactsObject document) {
        var stock = new HashMap<OfferId, Long>();
        document.object("stock", offers)
                .ifPresent(given ->
                        offers.forEach(offer ->
                                given.number(offer, 0, MOST_UNITS)
                                        .ifPresent(units -> stock.put(OfferId.of(offer), units))));
        return stock;
    }

    private BiConsumer<Spot, String> in(String what, Map<String, ?> known) {
        return in(what, known.keySet());
    }

    private BiConsumer<Spot, String> in(String what, Collection<String> known) {
        return (spot, word) -> {
            if (!known.contains(word)) {
                problems.unknown(spot, what, word, known);
            }
        };
    }

    private void country(Spot spot, String code) {
        in("country", Set.of(Locale.getISOCountries())).accept(spot, code);
    }

    private void activity(Spot spot, String codeOrWord) {
        if (pack.activities().find(codeOrWord).isEmpty()) {
            problems.unknown(
                    spot,
                    "activity",
                    codeOrWord,
                    pack.activities().nodes().stream()
                            .flatMap(node -> Stream.of(node.code(), node.id()))
                            .toList());
        }
    }
}
