package org.passerelle.token.store;

import static org.passerelle.token.store.generated.Tables.VALIDATION;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.token.TokenId;
import org.passerelle.token.Validation;
import org.passerelle.token.store.generated.tables.records.ValidationRecord;

/// With which partner an organisation is validated: one row each, the first stays.
final class ValidationRows {
    private final DSLContext db;

    ValidationRows(DSLContext db) {
        this.db = db;
    }

    Validation addOrFind(Validation validation) {
        var row = db.newRecord(VALIDATION);
        row.setOrganisation(validation.organisation().value());
        row.setOffice(validation.office().value());
        row.setPartner(validation.partner());
        row.setToken(validation.token().value());
        row.setValidatedAt(validation.since().atOffset(ZoneOffset.UTC));
        row.setValidUntil(validation.until().orElse(null));
        row.setProgrammes(
                validation.programmes().stream().map(ProgrammeId::value).toArray(String[]::new));
        db.insertInto(VALIDATION).set(row).onConflictDoNothing().execute();
        return find(validation.organisation(), validation.office(), validation.partner())
                .orElseThrow();
    }

    Optional<Validation> find(OrganisationId organisation, OfficeId office, String partner) {
        return db.selectFrom(VALIDATION)
                .where(
                        VALIDATION
                                .ORGANISATION
                                .eq(organisation.value())
                                .and(VALIDATION.OFFICE.eq(office.value()))
                                .and(VALIDATION.PARTNER.eq(partner)))
                .fetchOptional(ValidationRows::validation);
    }

    private static Validation validation(ValidationRecord row) {
        return new Validation(
                new OrganisationId(row.getOrganisation()),
                new OfficeId(row.getOffice()),
                row.getPartner(),
                new TokenId(row.getToken()),
                row.getValidatedAt().toInstant(),
                Optional.ofNullable(row.getValidUntil()),
                Arrays.stream(row.getProgrammes()).map(ProgrammeId::new).toList());
    }
}
