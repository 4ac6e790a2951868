package org.passerelle.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Profile;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Office.DecisiveFact;

/// The data that a qualification stands and falls with, as the office's pack says: when one of them
/// changes, the office looks again (VER-01).
final class DecisiveFacts {
    private DecisiveFacts() {}

    private static final String KINDS = "decisive=";

    /// Before the office's pack could say which facts count, these did.
    private static final Set<String> ALWAYS_KEPT = Set.of("COUNTRY", "FORM", "IDENTIFIERS");

    /// As `field=value`, always in the same order; which kinds were looked at comes first.
    static List<String> of(Organisation organisation, Office office) {
        var kinds = new TreeSet<>(office.qualification().decisive());
        var facts = new ArrayList<String>();
        facts.add(KINDS + kinds.stream().map(Enum::name).collect(Collectors.joining(",")));
        kinds.forEach(kind -> facts.addAll(values(kind, organisation.profile(), office)));
        return facts;
    }

    private static List<String> values(DecisiveFact kind, Profile profile, Office office) {
        return switch (kind) {
            case LEGAL_NAME -> List.of("legal-name=" + profile.legalName());
            case COUNTRY -> List.of("country=" + profile.country());
            case FORM -> List.of("form=" + profile.form().orElse(""));
            case IDENTIFIERS, FOREIGN_IDENTIFIERS ->
                    new TreeMap<>(profile.identifiers())
                            .entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue())
                                    .filter(fact -> isNumber(kind, fact, profile, office))
                                    .toList();
            case ADDRESS ->
                    List.of("address=" + profile.address().map(Object::toString).orElse(""));
            case BUDGET -> List.of("budget=" + profile.budget().map(Object::toString).orElse(""));
            case MAIN_ACTIVITY -> List.of("main-activity=" + profile.mainActivity().orElse(""));
            case PURPOSES -> List.of("purposes=" + new TreeSet<>(profile.purposes()));
            case DESIGNATIONS -> List.of("designations=" + new TreeSet<>(profile.designations()));
        };
    }

    /// All fields whose value is another now, of the kinds that the decision looked at and that
    /// still count. Decisions of before facts were kept say nothing.
    static List<String> changed(Decision decision, Organisation organisation, Office office) {
        var then = decision.facts();
        if (then.isEmpty()) {
            return List.of();
        }
        var looked = kinds(then);
        return new TreeSet<>(office.qualification().decisive())
                .stream()
                        .filter(kind -> looked.contains(kind.name()))
                        .flatMap(kind -> differing(kind, then, organisation.profile(), office))
                        .distinct()
                        .toList();
    }

    private static Set<String> kinds(List<String> facts) {
        var first = facts.getFirst();
        return first.startsWith(KINDS)
                ? Set.of(first.substring(KINDS.length()).split(",", -1))
                : ALWAYS_KEPT;
    }

    private static Stream<String> differing(
            DecisiveFact kind, List<String> then, Profile profile, Office office) {
        var now = values(kind, profile, office);
        // What a decision did not know of another country it did not rest on.
        var added =
                kind == DecisiveFact.FOREIGN_IDENTIFIERS
                        ? Stream.<String>of()
                        : now.stream().filter(fact -> !then.contains(fact));
        var gone =
                then.stream()
                        .filter(fact -> isNumber(kind, fact, profile, office))
                        .filter(fact -> !now.contains(fact));
        return Stream.concat(added, gone).map(DecisiveFacts::field);
    }

    /// Whether the fact is a legal number of this kind, at home or abroad. Schemes are written in
    /// capitals, all other fields are not.
    private static boolean isNumber(
            DecisiveFact kind, String fact, Profile profile, Office office) {
        if (!Character.isUpperCase(fact.charAt(0))) {
            return false;
        }
        var foreign = office.isForeign(field(fact), profile.form());
        return switch (kind) {
            case IDENTIFIERS -> !foreign;
            case FOREIGN_IDENTIFIERS -> foreign;
            default -> false;
        };
    }

    private static String field(String fact) {
        return fact.substring(0, fact.indexOf('='));
    }

    /// Those of the legal form and those found beside it, in the order of the alphabet (VER-04).
    static List<String> statuses(Organisation organisation, Office office) {
        var statuses = new TreeSet<>(organisation.profile().statuses());
        organisation
                .profile()
                .form()
                .flatMap(form -> Optional.ofNullable(office.forms().get(form)))
                .ifPresent(form -> statuses.addAll(form.statuses()));
        return List.copyOf(statuses);
    }
}
