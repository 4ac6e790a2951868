package org.passerelle.pack.reading;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Criterion.Words;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads criteria: a bare word such as `qualified`, or a map of one key such as `budget: {at-most:
/// 10000000 USD}` (ELI-01).
final class CriterionReader {
    private static final Set<String> BARE = Set.of("qualified", "waiver", "bought-here");

    private final Reading reading;
    private final RangeReader ranges;

    CriterionReader(Reading reading) {
        this.reading = reading;
        this.ranges = new RangeReader(reading, this);
    }

    /// A list of criteria of which all must hold; a single one may stand without the list.
    Optional<Criterion.All> all(Value value) {
        var criteria = value.oneOrMore();
        if (!value.isText() && criteria.isEmpty()) {
            return value.wrong("names no criterion");
        }
        return Optional.of(new Criterion.All(Fields.read(criteria, this::read)));
    }

    Optional<Criterion> read(Value value) {
        return value.isMap() ? ofMap(value) : value.text().flatMap(word -> ofWord(value, word));
    }

    private Optional<Criterion> ofWord(Value value, String word) {
        return switch (word) {
            case "qualified" -> Optional.of(new Criterion.Qualified());
            case "waiver" -> Optional.of(new Criterion.Waiver());
            case "bought-here" -> Optional.of(new Criterion.BoughtHere());
            case "school", "library" ->
                    value.wrong(
                            "'" + word + "' should say true or false",
                            Optional.of(word + ": true"));
            default ->
                    Shapes.CRITERION.knows(word)
                            ? value.wrong(
                                    "criterion '" + word + "' should say of what: " + word + ": …")
                            : value.wrongWord("unknown criterion '" + word + "'", word, words());
        };
    }

    private static Set<String> words() {
        var words = new LinkedHashSet<>(BARE);
        words.addAll(Shapes.CRITERION.keys());
        return words;
    }

    private Optional<Criterion> ofMap(Value value) {
        var entries = value.entries().orElseThrow().values();
        if (entries.size() != 1) {
            return value.wrong(
                    entries.isEmpty()
                            ? "names no criterion"
                            : "one criterion for each entry: write '- ' before each");
        }
        var entry = entries.iterator().next();
        if (BARE.contains(entry.key())) {
            return entry.keyValue()
                    .wrong("criterion '" + entry.key() + "' stands alone, without ':'");
        }
        if (!Shapes.CRITERION.knows(entry.key())) {
            return entry.keyValue()
                    .wrongWord("unknown criterion '" + entry.key() + "'", entry.key(), words());
        }
        return of(entry.key(), entry.value());
    }

    private Optional<Criterion> of(String key, Value value) {
        return switch (key) {
            case "country" -> words(value, Scalars::country, Criterion.Country::new);
            case "form" -> words(value, using(Kind.FORM), Criterion.Form::new);
            case "status" -> words(value, using(Kind.STATUS), Criterion.Status::new);
            case "purpose" -> words(value, using(Kind.PURPOSE), Criterion.Purpose::new);
            case "designation" -> words(value, using(Kind.DESIGNATION), Criterion.Designation::new);
            case "activity" -> activity(value);
            case "budget" -> ranges.budget(value);
            case "size" -> ranges.size(value);
            case "school" -> Scalars.truth(value).map(Criterion.School::new);
            case "library" -> Scalars.truth(value).map(Criterion.Library::new);
            case "customer-of" -> customerOf(value);
            case "had" -> had(value);
            case "attested" -> using(Kind.ATTESTATION).read(value).map(Criterion.Attested::new);
            case "judgement" -> using(Kind.JUDGEMENT).read(value).map(Criterion.Judgement::new);
            case "all" -> all(value).map(Function.identity());
            case "any" -> all(value).map(all -> new Criterion.Any(all.of()));
            case "none" -> all(value).map(all -> new Criterion.None(all.of()));
            default -> throw new IllegalStateException("The shape knows more than we: " + key);
        };
    }

    private Reader<String> using(Kind kind) {
        return reading.vocabulary().using(kind);
    }

    /// A bare word or list means any of them.
    private Optional<Criterion> words(
            Value value, Reader<String> word, Function<Words, Criterion> make) {
        if (!value.isMap()) {
            return Optional.of(make.apply(new Words(anyOf(value, word), Set.of())));
        }
        return value.fields(Shapes.WORDS)
                .flatMap(fields -> unless(fields, make.apply(words(value, fields, word))));
    }

    private Optional<Criterion> activity(Value value) {
        var word = using(Kind.ACTIVITY);
        if (!value.isMap()) {
            return Optional.of(
                    new Criterion.Activity(new Words(anyOf(value, word), Set.of()), false));
        }
        return value.fields(Shapes.ACTIVITY_WORDS)
                .flatMap(fields ->
                        unless(
                                fields,
                                new Criterion.Activity(
                                        words(value, fields, word),
                                        fields.get("any", Scalars::truth, false))));
    }

    private Words words(Value value, Fields fields, Reader<String> word) {
        if (!fields.mentions("any-of") && !fields.mentions("none-of")) {
            value.wrong("should name words: any-of or none-of");
        }
        return new Words(set(fields, "any-of", word), set(fields, "none-of", word));
    }

    private static Set<String> anyOf(Value value, Reader<String> word) {
        var values = value.oneOrMore();
        if (!value.isText() && values.isEmpty()) {
            value.wrong("names no word");
        }
        return new LinkedHashSet<>(Fields.read(values, word));
    }

    private static Set<String> set(Fields fields, String key, Reader<String> word) {
        return fields.value(key).map(value -> anyOf(value, word)).orElse(Set.of());
    }

    private Optional<Criterion> had(Value value) {
        return value.fields(Shapes.HAD)
                .flatMap(fields -> {
                    var offers = new LinkedHashSet<OfferId>();
                    for (var word : set(fields, "offers", using(Kind.OFFER))) {
                        offers.add(OfferId.of(word));
                    }
                    var within = fields.get("within", Amounts::calendarLength);
                    return unless(fields, new Criterion.Had(offers, within));
                });
    }

    private Optional<Criterion> customerOf(Value value) {
        return value.fields(Shapes.CUSTOMER_OF)
                .flatMap(fields -> {
                    if (!fields.mentions("not-within") && !fields.mentions("current")) {
                        value.wrong("should say when: not-within: 3 years, or current: false");
                    }
                    var criterion =
                            new Criterion.CustomerOf(
                                    PartnerId.of(fields.get("partner", using(Kind.PARTNER), "")),
                                    fields.get("not-within", Amounts::calendarLength),
                                    fields.get("current", Scalars::truth));
                    return unless(fields, criterion);
                });
    }

    /// The leaf, or the leaf with its exception.
    Optional<Criterion> unless(Fields fields, Criterion leaf) {
        return Optional.of(
                fields.get("unless", this::exception)
                        .<Criterion>map(exception -> new Criterion.Unless(leaf, exception))
                        .orElse(leaf));
    }

    private Optional<Criterion> exception(Value value) {
        return value.isText() || value.isMap()
                ? read(value)
                : value.wrong("should be one criterion; several go below 'any:' or 'all:'");
    }
}
