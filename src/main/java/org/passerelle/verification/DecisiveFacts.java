package org.passerelle.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.model.Office;

/// The data that a qualification stands and falls with: when one of them changes, the office looks
/// again (VER-01).
final class DecisiveFacts {
    private DecisiveFacts() {}

    /// As `field=value`, always in the same order.
    static List<String> of(Organisation organisation) {
        var profile = organisation.profile();
        var facts = new ArrayList<String>();
        facts.add("country=" + profile.country());
        facts.add("form=" + profile.form().orElse(""));
        new TreeMap<>(profile.identifiers())
                .forEach((scheme, number) -> facts.add(scheme + "=" + number));
        return facts;
    }

    /// The first field whose value is another now. Decisions of before facts were kept say nothing.
    static Optional<String> changed(Decision decision, Organisation organisation) {
        var then = decision.facts();
        var now = of(organisation);
        return then.isEmpty()
                ? Optional.empty()
                : now.stream()
                        .filter(fact -> !then.contains(fact))
                        .findFirst()
                        .or(() -> then.stream().filter(fact -> !now.contains(fact)).findFirst())
                        .map(fact -> fact.substring(0, fact.indexOf('=')));
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
