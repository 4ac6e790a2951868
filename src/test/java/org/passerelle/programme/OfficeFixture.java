package org.passerelle.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.VatRate;

/// The office that [PackFixture]s are of, and its activities.
final class OfficeFixture {
    private OfficeFixture() {}

    static Office office(ZoneId zone) {
        var name = Localised.same("Luxembourg");
        return new Office(
                OfficeId.of("luxembourg"),
                name,
                List.of("LU", "BE"),
                List.of(Language.FR, Language.EN),
                CurrencyUnit.EUR,
                zone,
                new Office.Contact("a@example.org", Optional.empty(), Optional.empty(), "-"),
                new Office.Calendar(List.of("LU"), List.of()),
                new Office.Promises(2, 2),
                Map.of(
                        "asbl", form("asbl", List.of("nonprofit"), false, false),
                        "school", form("school", List.of(), true, false),
                        "library", form("library", List.of(), false, true)),
                terms("nonprofit", "charity", "library", "school"),
                terms("religious", "political"),
                terms("secular"),
                terms("non-discrimination"),
                terms("direct-service"),
                new Office.Qualification(Period.ofMonths(24), List.of(), List.of()),
                Office.Documents.USUAL,
                Office.Duplicates.USUAL,
                List.of(),
                List.of(VatRate.of("standard", BigDecimal.valueOf(17), LocalDate.of(2015, 1, 1))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Office.Records(
                        Period.ofYears(10), Localised.same("then"), Localised.same("the law")),
                new Office.Numbering(10_001, "LU"),
                new Office.Payment(
                        "A", "LU00", "BIC", name, List.of(7), 21, List.of(), 21, Optional.empty()),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of());
    }

    private static Office.LegalForm form(
            String id, List<String> statuses, boolean school, boolean library) {
        return new Office.LegalForm(
                id,
                Localised.same(id),
                "LU",
                statuses,
                List.of("LU-RCS"),
                Optional.empty(),
                school,
                library,
                true,
                Optional.empty(),
                List.of());
    }

    private static Map<String, Office.Term> terms(String... ids) {
        var terms = new LinkedHashMap<String, Office.Term>();
        for (var id : ids) {
            terms.put(id, new Office.Term(id, Localised.same(id), Optional.empty()));
        }
        return terms;
    }

    static Activities activities() {
        return new Activities(
                List.of(
                        node("1000", "culture", null, false),
                        node("1100", "arts", "1000", false),
                        node("2000", "education", null, false),
                        node("2100", "primary-schools", "2000", true),
                        node("2110", "special-schools", "2100", false),
                        node("7000", "advocacy", null, false),
                        node("7300", "political", "7000", false)));
    }

    private static Activities.Node node(
            String code,
            String id,
            @org.jspecify.annotations.Nullable String parent,
            boolean school) {
        return new Activities.Node(code, id, parent, Localised.same(id), school);
    }
}
