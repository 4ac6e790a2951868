package org.passerelle.tax;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.passerelle.pack.model.VatArea;
import org.passerelle.tax.domain.TaxFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for VAT numbers: given by the organisation, looked up by staff, looked up again when a
/// check is over (INV-02).
@Service
@Transactional
public class VatNumbers {
    /// So many days before a check is over it stands in the queue again.
    static final int AHEAD_DAYS = 30;

    static final String CHECK_OVER = "tax.number-check-over";

    private final TaxFile file;
    private final VatRegister register;
    private final Organisations organisations;
    private final Packs packs;
    private final Documents documents;
    private final TaxLetters letters;
    private final Agenda agenda;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VatNumbers(
            TaxFile file,
            VatRegister register,
            Organisations organisations,
            Packs packs,
            Documents documents,
            TaxLetters letters,
            Agenda agenda,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.file = file;
        this.register = register;
        this.organisations = organisations;
        this.packs = packs;
        this.documents = documents;
        this.letters = letters;
        this.agenda = agenda;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Whether numbers are asked for at all: the seller is in a VAT area.
    @Transactional(readOnly = true)
    public boolean matter(OfficeId office) {
        return area(office).isPresent();
    }

    private Optional<VatArea> area(OfficeId office) {
        var known = packs.get(office).office();
        var country =
                known.seller().map(seller -> seller.address().country()).orElseGet(known::country);
        return known.vatArea().filter(area -> area.includes(country, today(known)));
    }

    /// The number an organisation gave, with its checks.
    @Transactional(readOnly = true)
    public Optional<GivenNumber> of(OrganisationId organisation) {
        return file.number(organisation);
    }

    /// Keeps a number that is well formed; the same once more changes nothing.
    public VatNumberReading give(Actor actor, OrganisationId organisation, String typed) {
        var known = organisations.get(organisation);
        var area = area(known.office());
        if (area.isEmpty()) {
            return new VatNumberReading.UnknownForm(typed);
        }
        var country =
                known.profile()
                        .address()
                        .map(address -> address.country())
                        .orElse(known.profile().country());
        var reading = VatNumberReading.of(area.get(), country, typed);
        var before = file.number(organisation).map(GivenNumber::number);
        if (reading instanceof VatNumberReading.WellFormed(var number, _)
                && !before.equals(Optional.of(number))) {
            file.give(organisation, known.office(), number, clock.instant(), actor.signature());
            agenda.cancel(CHECK_OVER, organisation.toString());
            note(actor, organisation, "tax.number-given", number);
            events.publishEvent(new VatNumberChanged(organisation));
            register.ask(number)
                    .ifPresent(answer -> answered(known.office(), number, answer, organisation));
        }
        return reading;
    }

    private void answered(
            OfficeId office, String number, VatRegister.Answer answer, OrganisationId whose) {
        var product = new Actor.Product("register of VAT numbers");
        var seen =
                new Seen(
                        today(packs.get(office).office()),
                        answer.valid(),
                        answer.reference().orElse(""),
                        answer.nameFound().orElse(""),
                        Optional.empty());
        keep(product, whose, number, seen);
    }

    /// From now on the organisation has none. Answers whether it had one.
    public boolean remove(Actor actor, OrganisationId organisation) {
        var before = file.number(organisation);
        if (before.isEmpty() || !file.remove(organisation)) {
            return false;
        }
        agenda.cancel(CHECK_OVER, organisation.toString());
        note(actor, organisation, "tax.number-removed", before.get().number());
        events.publishEvent(new VatNumberChanged(organisation));
        return true;
    }

    /// What staff saw in the register.
    ///
    /// @param on the day they looked
    /// @param reference of the answer; empty where there was none
    /// @param nameFound to whom the number belongs; empty where it is not said
    /// @param evidence the answer as a file, taken in by the same person
    public record Seen(
            LocalDate on,
            boolean valid,
            String reference,
            String nameFound,
            Optional<DocumentId> evidence) {}

    /// Writes down a look-up of this very number; kept as evidence, and the organisation is told.
    public CheckOutcome check(
            Actor.Staff actor, OrganisationId organisation, String number, Seen seen) {
        var office = packs.get(organisations.get(organisation).office()).office();
        if (file.number(organisation).filter(one -> one.number().equals(number)).isEmpty()) {
            return CheckOutcome.OTHER_NUMBER;
        }
        if (seen.on().isAfter(today(office))) {
            return CheckOutcome.DAY_AHEAD;
        }
        documents.hold(
                Optional.of(actor.person()), seen.evidence().stream().toList(), "tax " + number);
        keep(actor, organisation, number, seen);
        return CheckOutcome.RECORDED;
    }

    private void keep(Actor actor, OrganisationId organisation, String number, Seen seen) {
        var office = packs.get(organisations.get(organisation).office()).office();
        var lasts = office.vatArea().orElseThrow().checkValidFor();
        var check =
                new VatCheck(
                        number,
                        seen.on(),
                        seen.valid(),
                        seen.valid() ? seen.on().plus(lasts) : NEVER_AGAIN,
                        text(seen.reference()),
                        text(seen.nameFound()),
                        seen.evidence(),
                        clock.instant(),
                        actor.signature());
        var before = file.number(organisation).flatMap(GivenNumber::lastCheck);
        file.add(organisation, check);
        plan(organisation, office, check);
        events.publishEvent(new VatNumberChanged(organisation));
        note(
                actor,
                organisation,
                "tax.number-checked",
                number + (check.valid() ? " " + check.validUntil() : ""));
        var isNews = before.map(one -> one.valid() != check.valid()).orElse(true);
        if (isNews) {
            letters.checked(organisations.get(organisation), check);
        }
    }

    private void plan(OrganisationId organisation, Office office, VatCheck check) {
        agenda.cancel(CHECK_OVER, organisation.toString());
        if (check.valid() && !check.validUntil().isBefore(today(office))) {
            var over = check.validUntil().plusDays(1).atStartOfDay(office.zone()).toInstant();
            agenda.plan(CHECK_OVER, organisation.toString(), over);
        }
    }

    /// The last day of a check is over: from now on the seller's VAT is due where the customer owed
    /// it, and the organisation is told.
    void checkIsOver(OrganisationId organisation) {
        var known = organisations.get(organisation);
        var today = today(packs.get(known.office()).office());
        file.number(organisation)
                .flatMap(GivenNumber::lastCheck)
                .filter(check -> check.valid() && check.validUntil().isBefore(today))
                .ifPresent(check -> {
                    note(
                            new Actor.Product("agenda"),
                            organisation,
                            CHECK_OVER,
                            check.number() + " " + check.validUntil());
                    events.publishEvent(new VatNumberChanged(organisation));
                    letters.checkOver(known, check);
                });
    }

    /// The answer "invalid" does not end by itself: another number does it.
    private static final LocalDate NEVER_AGAIN = LocalDate.of(9999, 12, 31);

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(one -> !one.isEmpty());
    }

    /// Organisations whose number nobody has looked up, or soon has to be again.
    @Transactional(readOnly = true)
    public List<OrganisationId> toCheck(OfficeId office) {
        var known = packs.get(office).office();
        return file.toCheck(office, today(known).plusDays(AHEAD_DAYS));
    }

    private LocalDate today(Office office) {
        return clock.instant().atZone(office.zone()).toLocalDate();
    }

    private void note(Actor actor, OrganisationId organisation, String act, String detail) {
        audit.record(
                AuditEntry.of(actor, act, AuditSubject.of("organisation", organisation), detail)
                        .about(organisation));
    }
}
