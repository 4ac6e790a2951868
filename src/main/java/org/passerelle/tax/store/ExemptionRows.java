package org.passerelle.tax.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.tax.Exemption;
import org.passerelle.tax.ExemptionId;
import org.passerelle.tax.store.generated.tables.records.ExemptionRecord;

/// Exemptions to rows and back: two switches, and the table's CHECKs say the same in SQL.
final class ExemptionRows {
    private ExemptionRows() {}

    /// All columns but the office's, those that the state leaves empty included.
    static ExemptionRecord row(Exemption exemption) {
        var row = new ExemptionRecord();
        row.setId(exemption.id().value());
        row.setOrganisation(exemption.organisation().value());
        row.setPlace(exemption.place());
        row.setValidFrom(exemption.from());
        row.setValidUntil(exemption.until().orElse(null));
        row.setCertificate(exemption.certificate());
        row.setFile(exemption.file().map(DocumentId::value).orElse(null));
        row.setAskedAt(JooqTaxFile.time(exemption.askedAt()));
        row.setAskedBy(exemption.askedBy().name());
        row.setAskedByPerson(exemption.askedBy().personValue());
        switch (exemption.state()) {
            case Exemption.Asked _ -> row.setState("ASKED");
            case Exemption.Accepted(var at, var by, var taxes, var reason) -> {
                decided(row, "ACCEPTED", at, by, reason);
                row.setTaxes(taxes.stream().sorted().toArray(String[]::new));
            }
            case Exemption.Refused(var at, var by, var reason) ->
                    decided(row, "REFUSED", at, by, reason);
            case Exemption.Revoked(var at, var by, var reason) ->
                    decided(row, "REVOKED", at, by, reason);
            case Exemption.Withdrawn(var at, var by) -> decided(row, "WITHDRAWN", at, by, null);
        }
        return row;
    }

    private static void decided(
            ExemptionRecord row, String state, Instant at, Signature by, @Nullable String why) {
        row.setState(state);
        row.setDecidedAt(JooqTaxFile.time(at));
        row.setDecidedBy(by.name());
        row.setDecidedByPerson(by.personValue());
        row.setReason(why);
    }

    static Exemption exemption(ExemptionRecord row) {
        return new Exemption(
                new ExemptionId(row.getId()),
                new OrganisationId(row.getOrganisation()),
                row.getPlace(),
                row.getValidFrom(),
                Optional.ofNullable(row.getValidUntil()),
                row.getCertificate(),
                Optional.ofNullable(row.getFile()).map(DocumentId::new),
                row.getAskedAt().toInstant(),
                Signature.of(row.getAskedBy(), row.getAskedByPerson()),
                state(row));
    }

    private static Exemption.State state(ExemptionRecord row) {
        if (row.getState().equals("ASKED")) {
            return new Exemption.Asked();
        }
        var at = row.getDecidedAt().toInstant();
        var by = Signature.of(row.getDecidedBy(), row.getDecidedByPerson());
        return switch (row.getState()) {
            case "ACCEPTED" ->
                    new Exemption.Accepted(at, by, Set.of(row.getTaxes()), row.getReason());
            case "REFUSED" -> new Exemption.Refused(at, by, row.getReason());
            case "REVOKED" -> new Exemption.Revoked(at, by, row.getReason());
            case "WITHDRAWN" -> new Exemption.Withdrawn(at, by);
            default -> throw new IllegalStateException("No state: " + row.getState());
        };
    }
}
