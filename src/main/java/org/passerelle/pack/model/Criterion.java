package org.passerelle.pack.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/// A condition on an organisation. Leaves compare one fact; `All`, `Any`, `None` and `Unless`
/// combine (ELI-01).
///
/// How each answers met, unmet or unknown is `programme`'s; here stands only what the pack says.
public sealed interface Criterion {

    /// The lasting, public word of a leaf, such as `budget`; empty for what only combines.
    default Optional<String> code() {
        return switch (this) {
            case Qualified _ -> Optional.of("qualified");
            case Country _ -> Optional.of("country");
            case Form _ -> Optional.of("form");
            case Status _ -> Optional.of("status");
            case Activity _ -> Optional.of("activity");
            case Purpose _ -> Optional.of("purpose");
            case Designation _ -> Optional.of("designation");
            case Budget _ -> Optional.of("budget");
            case Size _ -> Optional.of("size");
            case School _ -> Optional.of("school");
            case Library _ -> Optional.of("library");
            case CustomerOf _ -> Optional.of("customer-of");
            case Waiver _ -> Optional.of("waiver");
            case BoughtHere _ -> Optional.of("bought-here");
            case Had _ -> Optional.of("had");
            case Attested _ -> Optional.of("attested");
            case Judgement _ -> Optional.of("judgement");
            case All _, Any _, None _, Unless _ -> Optional.empty();
        };
    }

    /// The office accepted the organisation.
    record Qualified() implements Criterion {}

    record Country(Words countries) implements Criterion {}

    record Form(Words forms) implements Criterion {}

    record Status(Words statuses) implements Criterion {}

    /// The main activity, or with `any` every declared one, by code or word; a word covers all
    /// below it.
    record Activity(Words activities, boolean any) implements Criterion {}

    record Purpose(Words purposes) implements Criterion {}

    record Designation(Words designations) implements Criterion {}

    /// Annual operating budget within the range.
    record Budget(Range<Money> range) implements Criterion {}

    /// Number of paid staff within the range.
    record Size(Range<Long> range) implements Criterion {}

    /// Whether it is a school (`true`) or must not be one (`false`).
    record School(boolean wanted) implements Criterion {}

    record Library(boolean wanted) implements Criterion {}

    /// Bought from the partner: `notWithin` a look-back, or with `current` whether it is a customer
    /// now.
    record CustomerOf(PartnerId partner, Optional<Duration> notWithin, Optional<Boolean> current)
            implements Criterion {}

    /// The partner's written approval for this programme is on file and valid (ELI-05).
    record Waiver() implements Criterion {}

    /// What it has from the partner, it got through this office.
    record BoughtHere() implements Criterion {}

    /// It ordered one of these offers, or one they succeed, through this office: ever, or within a
    /// look-back.
    record Had(Set<OfferId> offers, Optional<Duration> within) implements Criterion {}

    /// The organisation declared this text of the office's attestations.
    record Attested(String attestation) implements Criterion {}

    /// A person of the office must say; until then unknown.
    record Judgement(String question) implements Criterion {}

    record All(List<Criterion> of) implements Criterion {}

    record Any(List<Criterion> of) implements Criterion {}

    record None(List<Criterion> of) implements Criterion {}

    /// `criterion`, but `exception` is enough.
    record Unless(Criterion criterion, Criterion exception) implements Criterion {}

    /// Words of which one must be there (`anyOf`, when not empty) and none may be (`noneOf`).
    record Words(Set<String> anyOf, Set<String> noneOf) {}

    /// `above` and `below` exclude their value, `atLeast` and `atMost` include it. `between` in a
    /// pack is at least the first and at most the second.
    record Range<T>(
            Optional<T> above, Optional<T> atLeast, Optional<T> below, Optional<T> atMost) {}
}
