package org.passerelle.verification;

import java.util.Optional;
import org.passerelle.document.InfectedFound;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.Cases.Kept;
import org.passerelle.verification.domain.EvidenceShelf;
import org.passerelle.words.WordBook;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells those who review, and administrators, that the virus scanner found something in a document
/// that was in the house already; a case that it belongs to says so in its history (VER-09), and
/// its organisation is written to.
@Component
class InfectedEvidence {
    private static final Actor PRODUCT = new Actor.Product("virus scanner");

    private final EvidenceShelf shelf;
    private final Cases cases;
    private final CaseDesk desk;
    private final CaseLetters letters;
    private final Organisations organisations;
    private final People people;
    private final Notification notification;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    InfectedEvidence(
            EvidenceShelf shelf,
            Cases cases,
            CaseDesk desk,
            CaseLetters letters,
            Organisations organisations,
            People people,
            Notification notification,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.shelf = shelf;
        this.cases = cases;
        this.desk = desk;
        this.letters = letters;
        this.organisations = organisations;
        this.people = people;
        this.notification = notification;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    @ApplicationModuleListener
    void on(InfectedFound found) {
        var lost = shelf.withDocument(found.document()).map(EvidenceShelf.Shelved::evidence);
        var kept = lost.flatMap(one -> cases.find(one.caseId()));
        var about = kept.map(Kept::qualification);
        about.ifPresent(one ->
                desk.note(
                        PRODUCT,
                        one,
                        CaseEvent.EVIDENCE_INFECTED,
                        found.fileName() + ", " + found.threat()));
        lost.filter(Evidence::isThere)
                .ifPresent(one -> kept.ifPresent(it -> write(one, Reading.view(it))));
        var path = about.map(one -> "/staff/cases/" + one.file().id()).orElse("/staff");
        var office = about.map(one -> one.file().office());
        people.withDuties().stream()
                .filter(one -> one.has(Role.REVIEWER) || one.has(Role.ADMINISTRATOR))
                .filter(one -> office.map(one::worksFor).orElseGet(() -> worksForAll(one)))
                .forEach(one -> tell(one, found, path));
    }

    private void write(Evidence lost, CaseView about) {
        var to = organisations.get(lost.organisation());
        var takes =
                cases.of(to.id()).stream()
                        .findFirst()
                        .map(Kept::qualification)
                        .filter(one ->
                                one instanceof Case.Draft
                                        || one instanceof Case.InformationRequested)
                        .isPresent();
        letters.evidenceLost(to, lost, about, takes);
    }

    /// A document of no case is told to those who may see whatever it belongs to.
    private boolean worksForAll(Person one) {
        return one.offices().includeAll(packs.installed().stream().map(Pack::id).toList());
    }

    private void tell(Person reader, InfectedFound found, String path) {
        var words = book.in(reader.language());
        var subject = words.get("verification.infected.subject", found.fileName());
        var layout =
                LetterLayout.in(words.language(), words.get("verification.infected.from"), subject)
                        .paragraph(
                                words.get(
                                        "verification.infected.text",
                                        found.fileName(),
                                        found.matter().orElse("–"),
                                        found.threat()))
                        .button(words.get("verification.infected.button"), web.of(path))
                        .because(words.get("verification.infected.why"));
        notification.send(
                Letter.of(
                        Optional.<OrganisationId>empty(),
                        Optional.of(reader.id()),
                        reader.email(),
                        "verification.infected",
                        subject,
                        layout,
                        "verification.infected:" + found.document() + ":" + reader.id()));
    }
}
