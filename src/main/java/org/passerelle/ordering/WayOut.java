package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.pack.model.OfferId;
import org.passerelle.programme.Remedy;

/// What can be done about a restriction. The codes are public and lasting.
public sealed interface WayOut {

    record ReduceTo(long units) implements WayOut {}

    record RaiseTo(long units) implements WayOut {}

    record RemoveLine() implements WayOut {}

    /// Until the day, where one is known.
    record Wait(Optional<LocalDate> until) implements WayOut {}

    /// In an order of its own.
    record OrderAlone() implements WayOut {}

    /// What would make the organisation eligible.
    record Mend(Remedy remedy) implements WayOut {}

    /// Be told when it is back in stock (CAT-05).
    record ProductAlert() implements WayOut {}

    record AnswerQuestions() implements WayOut {}

    record NamePersons() implements WayOut {}

    record NameOthers() implements WayOut {}

    record AcceptConditions() implements WayOut {}

    record GiveStreetAddress() implements WayOut {}

    record OrderSuccessor(OfferId offer) implements WayOut {}

    /// Other conditions hold beyond a cap; a text of the pack says which.
    record ReadText(String text) implements WayOut {}

    default String code() {
        return switch (this) {
            case ReduceTo(var units) -> "reduce-to-" + units;
            case RaiseTo(var units) -> "raise-to-" + units;
            case RemoveLine _ -> "remove-line";
            case Wait _ -> "wait";
            case OrderAlone _ -> "order-alone";
            case Mend(var remedy) -> remedy.code();
            case ProductAlert _ -> "product-alert";
            case AnswerQuestions _ -> "answer-questions";
            case NamePersons _ -> "name-persons";
            case NameOthers _ -> "name-others";
            case AcceptConditions _ -> "accept-conditions";
            case GiveStreetAddress _ -> "give-street-address";
            case OrderSuccessor(var offer) -> "successor-" + offer;
            case ReadText(var text) -> "read-" + text;
        };
    }
}
