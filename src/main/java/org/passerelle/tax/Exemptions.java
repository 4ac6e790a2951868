package org.passerelle.tax;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.agenda.Agenda;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.tax.ExemptionOutcome.CertificateMissing;
import org.passerelle.tax.ExemptionOutcome.DecidedBefore;
import org.passerelle.tax.ExemptionOutcome.Done;
import org.passerelle.tax.ExemptionOutcome.EndsBeforeItBegins;
import org.passerelle.tax.ExemptionOutcome.NoSuchPlace;
import org.passerelle.tax.ExemptionOutcome.ReasonMissing;
import org.passerelle.tax.domain.TaxFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for exemptions from tax: asked for by the member with the certificate, decided by staff,
/// counted at their place and on their days (INV-05).
@Service
@Transactional
public class Exemptions {
    static final String REMINDER = "tax.exemption-reminder";
    static final String ENDS = "tax.exemption-ends";

    /// So many days before its end the organisation is told.
    static final int REMIND_DAYS = 30;

    private final TaxFile file;
    private final Organisations organisations;
    private final Packs packs;
    private final Documents documents;
    private final TaxLetters letters;
    private final Agenda agenda;
    private final Audit audit;
    private final Clock clock;

    Exemptions(
            TaxFile file,
            Organisations organisations,
            Packs packs,
            Documents documents,
            TaxLetters letters,
            Agenda agenda,
            Audit audit,
            Clock clock) {
        this.file = file;
        this.organisations = organisations;
        this.packs = packs;
        this.documents = documents;
        this.letters = letters;
        this.agenda = agenda;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where and when an exemption holds; without a last day it holds on.
    ///
    /// @param place a country of the office, such as `LU`, or one of its regions
    public record Scope(String place, LocalDate from, Optional<LocalDate> until) {}

    /// A member asks; what the certificate is and the certificate itself belong to it.
    public ExemptionOutcome ask(
            Actor.Member actor,
            OrganisationId organisation,
            Scope scope,
            String certificate,
            DocumentId given) {
        var known = organisations.get(organisation);
        var wrong = wrong(packs.get(known.office()).office(), scope);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var id = ExemptionId.random();
        var held = documents.hold(Optional.of(actor.person()), List.of(given), "" + id);
        if (certificate.isBlank() || held.isEmpty()) {
            return new CertificateMissing();
        }
        var asked =
                new Exemption(
                        id,
                        organisation,
                        scope.place(),
                        scope.from(),
                        scope.until(),
                        certificate.strip(),
                        Optional.of(given),
                        clock.instant(),
                        actor.signature(),
                        new Exemption.Asked());
        file.add(asked, known.office());
        note(actor, "asked", asked, said(asked));
        return new Done(id);
    }

    private static Optional<ExemptionOutcome> wrong(Office office, Scope scope) {
        if (!office.countries().contains(scope.place()) && office.region(scope.place()).isEmpty()) {
            return Optional.of(new NoSuchPlace());
        }
        return scope.until().filter(scope.from()::isAfter).isPresent()
                ? Optional.of(new EndsBeforeItBegins())
                : Optional.empty();
    }

    /// The member takes back what nobody has decided.
    public ExemptionOutcome withdraw(Actor.Member actor, ExemptionId id) {
        return decided(
                id,
                actor,
                "withdrawn",
                new Exemption.Withdrawn(clock.instant(), actor.signature()));
    }

    /// Staff accept it, at the place and on the days that the certificate really says.
    ///
    /// @param taxes codes of the taxes it frees from; empty: all of its place
    /// @param reason the law it rests on, as every invoice then says it
    public ExemptionOutcome accept(
            Actor.Staff actor, ExemptionId id, Scope scope, Set<String> taxes, String reason) {
        var asked = file.lock(id).filter(one -> one.state() instanceof Exemption.Asked);
        if (asked.isEmpty()) {
            return new DecidedBefore();
        }
        if (reason.isBlank()) {
            return new ReasonMissing();
        }
        var office = packs.get(organisations.get(asked.get().organisation()).office()).office();
        var wrong = wrong(office, scope);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var accepted =
                asked.get()
                        .on(scope.place(), scope.from(), scope.until())
                        .with(
                                new Exemption.Accepted(
                                        clock.instant(), actor.signature(), taxes, reason.strip()));
        file.save(accepted);
        note(actor, "accepted", accepted, said(accepted) + ": " + reason.strip());
        plan(accepted, office.zone());
        letters.decided(organisations.get(accepted.organisation()), accepted);
        return new Done(id);
    }

    private void plan(Exemption accepted, ZoneId zone) {
        accepted.until()
                .ifPresent(last -> {
                    plan(REMINDER, accepted, last.minusDays(REMIND_DAYS), zone);
                    plan(ENDS, accepted, last.plusDays(1), zone);
                });
    }

    private void plan(String kind, Exemption accepted, LocalDate day, ZoneId zone) {
        var start = day.atStartOfDay(zone).toInstant();
        if (start.isAfter(clock.instant())) {
            agenda.plan(kind, accepted.id().toString(), start);
        }
    }

    /// Staff do not accept it; the reason is told.
    public ExemptionOutcome refuse(Actor.Staff actor, ExemptionId id, String reason) {
        return reason.isBlank()
                ? new ReasonMissing()
                : decided(
                        id,
                        actor,
                        "refused",
                        new Exemption.Refused(clock.instant(), actor.signature(), reason.strip()));
    }

    /// Staff end one that counts; the reason is told. Orders placed before keep their taxes.
    public ExemptionOutcome revoke(Actor.Staff actor, ExemptionId id, String reason) {
        if (reason.isBlank()) {
            return new ReasonMissing();
        }
        var held = file.lock(id).filter(one -> one.state() instanceof Exemption.Accepted);
        if (held.isEmpty()) {
            return new DecidedBefore();
        }
        var state = new Exemption.Revoked(clock.instant(), actor.signature(), reason.strip());
        agenda.cancel(REMINDER, id.toString());
        agenda.cancel(ENDS, id.toString());
        return saved(actor, "revoked", held.get().with(state));
    }

    private ExemptionOutcome decided(
            ExemptionId id, Actor actor, String act, Exemption.State state) {
        return file.lock(id)
                .filter(one -> one.state() instanceof Exemption.Asked)
                .map(one -> saved(actor, act, one.with(state)))
                .orElseGet(DecidedBefore::new);
    }

    private ExemptionOutcome saved(Actor actor, String act, Exemption next) {
        file.save(next);
        note(actor, act, next, said(next));
        letters.decided(organisations.get(next.organisation()), next);
        return new Done(next.id());
    }

    /// Its last day nears, or is over.
    void passed(ExemptionId id, boolean isOver) {
        file.exemption(id)
                .filter(one -> one.state() instanceof Exemption.Accepted)
                .ifPresent(one -> {
                    var to = organisations.get(one.organisation());
                    if (isOver) {
                        note(new Actor.Product("agenda"), "ended", one, said(one));
                        letters.ended(to, one);
                    } else {
                        letters.ends(to, one);
                    }
                });
    }

    /// Newest first, whatever became of them.
    @Transactional(readOnly = true)
    public List<Exemption> of(OrganisationId organisation) {
        return file.exemptions(organisation);
    }

    @Transactional(readOnly = true)
    public Optional<Exemption> find(ExemptionId id) {
        return file.exemption(id);
    }

    /// Those nobody has decided, oldest first.
    @Transactional(readOnly = true)
    public List<Exemption> asked(OfficeId office) {
        return file.asked(office);
    }

    /// Those that count today or later, the soonest end first.
    @Transactional(readOnly = true)
    public List<Exemption> holding(OfficeId office) {
        var zone = packs.get(office).office().zone();
        return file.holding(office, clock.instant().atZone(zone).toLocalDate());
    }

    private static String said(Exemption one) {
        return one.from()
                + one.until().map(last -> " – " + last).orElse("")
                + ", "
                + one.certificate();
    }

    private void note(Actor actor, String act, Exemption exemption, String detail) {
        audit.record(
                AuditEntry.of(
                                actor,
                                "tax.exemption-" + act,
                                AuditSubject.of("exemption", exemption.id()),
                                detail)
                        .about(exemption.organisation()));
    }
}
