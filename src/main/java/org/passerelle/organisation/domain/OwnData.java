package org.passerelle.organisation.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Profile;

/// What an organisation changes on its own once it is qualified: all that a change request is not
/// needed for (ORG-04).
public final class OwnData {
    private OwnData() {}

    public static boolean holds(String field) {
        return Field.OWN_DATA.stream().anyMatch(one -> one.code().equals(field));
    }

    /// What was typed in these fields; nothing else of it counts.
    public static Draft only(Draft typed) {
        var values = new LinkedHashMap<String, List<String>>();
        typed.typed()
                .forEach((field, texts) -> {
                    if (holds(field)) {
                        values.put(field, texts);
                    }
                });
        return new Draft(values);
    }

    /// `now` with these data of `read`, everything else as it was.
    public static Profile applied(Profile now, Profile read) {
        return new Profile(
                now.legalName(),
                read.otherNames(),
                now.country(),
                now.form(),
                now.identifiers(),
                now.address(),
                now.officialEmail(),
                read.phone(),
                read.website(),
                read.mission(),
                read.mainActivity(),
                now.activities(),
                read.purposes(),
                read.designations(),
                now.statuses(),
                read.attested(),
                now.budget(),
                read.staff(),
                read.language(),
                read.priorPurchases(),
                now.branchOf());
    }

    /// The codes of the fields in which two profiles differ. Earlier purchases are told by the
    /// first of their two fields.
    public static Set<String> differing(Profile before, Profile after) {
        var values = values(before);
        var changed = new TreeSet<String>();
        values(after)
                .forEach((field, value) -> {
                    if (!value.equals(values.get(field))) {
                        changed.add(field.code());
                    }
                });
        return changed;
    }

    private static Map<Field, Object> values(Profile profile) {
        return Map.ofEntries(
                Map.entry(Field.OTHER_NAMES, profile.otherNames()),
                Map.entry(Field.LANGUAGE, profile.language()),
                Map.entry(Field.PHONE, profile.phone()),
                Map.entry(Field.WEBSITE, profile.website()),
                Map.entry(Field.MISSION, profile.mission()),
                Map.entry(Field.MAIN_ACTIVITY, profile.mainActivity()),
                Map.entry(Field.PURPOSES, profile.purposes()),
                Map.entry(Field.DESIGNATIONS, profile.designations()),
                Map.entry(Field.ATTESTED, profile.attested()),
                Map.entry(Field.STAFF, profile.staff()),
                Map.entry(Field.PRIOR_PARTNER, profile.priorPurchases()));
    }
}
