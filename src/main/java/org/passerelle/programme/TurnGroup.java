package org.passerelle.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.Turned.Way;
import org.passerelle.words.Words;

/// Programmes that went the same way for the same reasons, so that the reasons are said once.
/// Losses come first.
///
/// @param reasons in the reader's language, one sentence each
public record TurnGroup(Way way, List<ProgrammeId> programmes, List<String> reasons) {

    private record Same(Way way, List<String> reasons) {}

    public static List<TurnGroup> of(List<Turned> turned, RuleWords rules, Words words) {
        var groups = new LinkedHashMap<Same, List<ProgrammeId>>();
        turned.stream()
                .sorted(Comparator.comparing(Turned::way))
                .forEach(one ->
                        groups.computeIfAbsent(
                                        new Same(one.way(), reasons(one, rules, words)),
                                        _ -> new ArrayList<>())
                                .add(one.programme()));
        return groups.entrySet().stream()
                .map(each ->
                        new TurnGroup(
                                each.getKey().way(), each.getValue(), each.getKey().reasons()))
                .toList();
    }

    private static List<String> reasons(Turned one, RuleWords rules, Words words) {
        var reasons = new ArrayList<String>();
        one.now()
                .basis()
                .version()
                .filter(_ -> one.underOtherRules())
                .ifPresent(day ->
                        reasons.add(
                                words.get(
                                        "eligibility.other-rules",
                                        rules.partnerOf(one.programme()),
                                        words.date(day))));
        one.reasons().forEach(demand -> reasons.add(rules.sentence(demand)));
        if (reasons.isEmpty() && one.way() == Way.OPENED) {
            reasons.add(words.get("eligibility.all-met"));
        }
        return List.copyOf(reasons);
    }

    /// The programmes and what became of them, in one sentence.
    public String sentence(RuleWords rules, Words words) {
        var names = String.join(", ", programmes.stream().map(rules::programme).toList());
        var key =
                switch (way) {
                    case CLOSED -> "eligibility.turned.closed";
                    case OPENED -> "eligibility.turned.opened";
                    case OTHERWISE -> "eligibility.turned.otherwise";
                };
        return words.get(key, programmes.size(), names);
    }
}
