package org.passerelle.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.kernel.Localised;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Office.LegalForm;

/// The documents an office asks an organisation for. A kind is kept as the pack writes it in its
/// first language, so that a pack may be reordered.
public final class EvidenceKinds {
    private EvidenceKinds() {}

    /// As kept with each document.
    public static String key(Localised kind) {
        return kind.in(kind.fallback());
    }

    /// What the organisation's legal form asks for, nothing while no form is chosen; of a branch,
    /// what branches are asked for, the letter first (ORG-06).
    public static List<Localised> askedOf(Organisation organisation, Office office) {
        if (organisation.profile().branchOf().isPresent()) {
            return office.branches().map(Office.Branches::documents).orElse(List.of());
        }
        return organisation
                .profile()
                .form()
                .flatMap(form -> Optional.ofNullable(office.forms().get(form)))
                .map(LegalForm::evidence)
                .orElse(List.of());
    }

    /// Those of the kinds asked for that were given.
    static Set<Localised> given(List<Localised> asked, List<Evidence> evidence) {
        var keys =
                evidence.stream()
                        .filter(Evidence::isThere)
                        .map(Evidence::kind)
                        .collect(Collectors.toSet());
        return asked.stream().filter(kind -> keys.contains(key(kind))).collect(Collectors.toSet());
    }
}
