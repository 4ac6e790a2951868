package org.passerelle.programme.domain;

import java.util.stream.Stream;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Programme;

/// Which rules a partner's written approval can lift: those that name it, and no others (ELI-05).
public final class WaivableRules {
    private WaivableRules() {}

    /// Whether any version of the programme, for any place, asks for an approval.
    public static boolean any(Programme programme) {
        return programme.versions().stream()
                .flatMap(version ->
                        Stream.concat(
                                Stream.of(version.eligible()),
                                version.overrides().stream()
                                        .flatMap(override -> override.eligible().stream())))
                .anyMatch(WaivableRules::asks);
    }

    private static boolean asks(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Waiver _ -> true;
            case Criterion.All(var of) -> of.stream().anyMatch(WaivableRules::asks);
            case Criterion.Any(var of) -> of.stream().anyMatch(WaivableRules::asks);
            case Criterion.None(var of) -> of.stream().anyMatch(WaivableRules::asks);
            case Criterion.Unless(var rule, var exception) -> asks(rule) || asks(exception);
            case Criterion.Qualified _,
                    Criterion.Country _,
                    Criterion.Form _,
                    Criterion.Status _,
                    Criterion.Activity _,
                    Criterion.Purpose _,
                    Criterion.Designation _,
                    Criterion.Budget _,
                    Criterion.Size _,
                    Criterion.School _,
                    Criterion.Library _,
                    Criterion.CustomerOf _,
                    Criterion.BoughtHere _,
                    Criterion.Had _,
                    Criterion.Attested _,
                    Criterion.Judgement _ ->
                    false;
        };
    }
}
