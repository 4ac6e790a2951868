package org.passerelle.pack;

import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Office;

/// Offices for tests that need one and care for a part of it only.
final class TestOffices {
    private TestOffices() {}

    static Office with(ZoneId zone, Office.Calendar calendar) {
        return new Office(
                OfficeId.of("test"),
                Localised.same("Test"),
                List.of("LU"),
                List.of(Language.FR, Language.EN),
                CurrencyUnit.EUR,
                zone,
                new Office.Contact(
                        "office@example.org", Optional.empty(), Optional.empty(), "1, rue A"),
                calendar,
                new Office.Promises(2, 2),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new Office.Qualification(Period.ofMonths(24), List.of(), List.of()),
                Office.Documents.USUAL,
                Office.Duplicates.USUAL,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Office.Records(
                        Period.ofYears(10), Localised.same("then"), Localised.same("the law")),
                new Office.Numbering(10001, "T"),
                new Office.Payment(
                        "Test",
                        "LU280019400644750000",
                        "EXAMLULL",
                        Localised.same(""),
                        List.of(7),
                        21,
                        List.of(Office.Payment.Means.TRANSFER),
                        21,
                        Optional.empty()),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of());
    }
}
