package org.passerelle.verification;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.document.Document;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.EvidenceShelf;
import org.passerelle.verification.domain.EvidenceShelf.Shelved;
import org.springframework.stereotype.Component;

/// Takes documents in and gives them out.
@Component
class EvidenceRoom {
    private final EvidenceShelf shelf;
    private final Documents documents;
    private final Cases cases;
    private final Organisations organisations;
    private final Branches branches;
    private final CaseDesk desk;

    EvidenceRoom(
            EvidenceShelf shelf,
            Documents documents,
            Cases cases,
            Organisations organisations,
            Branches branches,
            CaseDesk desk) {
        this.shelf = shelf;
        this.documents = documents;
        this.cases = cases;
        this.organisations = organisations;
        this.branches = branches;
        this.desk = desk;
    }

    AttachOutcome attach(
            Actor actor,
            OrganisationId organisation,
            String kind,
            String fileName,
            InputStream content) {
        var open = caseThatTakes(actor, organisation);
        if (open.isEmpty()) {
            return new AttachOutcome.NoOpenCase();
        }
        var bounds = desk.pack(open.get().file().office()).office().documents();
        var there = there(organisation).size();
        if (there >= bounds.mostFiles()) {
            return new AttachOutcome.TooMany(bounds.mostFiles());
        }
        var by = actor.who();
        return switch (documents.take(by, fileName, content, bounds.largestMegabytes())) {
            case TakeOutcome.Taken(var document) -> {
                var same = sameFile(organisation, kind, document);
                if (same.isPresent()) {
                    yield new AttachOutcome.Attached(same.get().id());
                }
                documents.hold(by, List.of(document.id()), "case " + open.get().file().number());
                yield shelved(actor, open.get(), kind, document);
            }
            case TakeOutcome.Empty _ -> new AttachOutcome.Empty();
            case TakeOutcome.TooLarge(var bytes) -> new AttachOutcome.TooLarge(bytes);
            case TakeOutcome.TypeNotTaken(var found) -> new AttachOutcome.TypeNotTaken(found);
            case TakeOutcome.Infected(var threat) -> new AttachOutcome.Infected(threat);
        };
    }

    /// A file sent twice for the same thing, as by a page loaded again, is one document: what was
    /// taken in again is thrown away like all that nobody holds.
    private Optional<Evidence> sameFile(OrganisationId organisation, String kind, Document taken) {
        var wanted = known(organisation, kind);
        return there(organisation).stream()
                .filter(one -> one.kind().equals(wanted))
                .filter(one -> one.fileName().equals(taken.fileName()))
                .filter(one -> one.sha256().equals(taken.sha256()))
                .findFirst();
    }

    private AttachOutcome shelved(Actor actor, Case open, String kind, Document document) {
        var organisation = open.file().organisation();
        var evidence =
                new Evidence(
                        EvidenceId.random(),
                        organisation,
                        open.file().id(),
                        known(organisation, kind),
                        document.fileName(),
                        document.mediaType(),
                        document.sizeBytes(),
                        document.sha256(),
                        document.taken(),
                        actor.signature(),
                        Optional.empty());
        shelf.add(new Shelved(evidence, document.id().toString()));
        if (isBranchLetter(open, evidence.kind())) {
            branches.letterCame(organisation);
        }
        desk.note(actor, open, CaseEvent.EVIDENCE_ADDED, evidence.fileName());
        return new AttachOutcome.Attached(evidence.id());
    }

    private boolean isBranchLetter(Case open, String kind) {
        return desk.pack(open.file().office())
                .office()
                .branches()
                .map(one -> EvidenceKinds.key(one.letter()))
                .filter(kind::equals)
                .isPresent();
    }

    /// The open case, for change; a registration's first document opens one.
    private Optional<Case> caseThatTakes(Actor actor, OrganisationId organisation) {
        var applicant = organisations.get(organisation);
        var open = cases.lockOpen(organisation);
        if (open.isEmpty() && applicant.isDraft()) {
            open =
                    cases.of(organisation).isEmpty()
                            ? Optional.of(
                                    desk.open(
                                            actor,
                                            organisation,
                                            applicant.office(),
                                            CaseKind.FIRST))
                            : cases.lockOpen(organisation);
        }
        return open.filter(
                one -> one instanceof Case.Draft || one instanceof Case.InformationRequested);
    }

    private String known(OrganisationId organisation, String kind) {
        var applicant = organisations.get(organisation);
        var office = desk.pack(applicant.office()).office();
        return EvidenceKinds.askedOf(applicant, office).stream()
                .map(EvidenceKinds::key)
                .filter(kind::equals)
                .findFirst()
                .orElse(Evidence.OTHER);
    }

    boolean remove(Actor actor, OrganisationId organisation, EvidenceId id) {
        var open =
                cases.lockOpen(organisation)
                        .filter(one ->
                                one instanceof Case.Draft
                                        || one instanceof Case.InformationRequested);
        var mine =
                shelf.find(id)
                        .map(Shelved::evidence)
                        .filter(Evidence::isThere)
                        .filter(one -> one.organisation().equals(organisation))
                        // What lay before a decision stays as its ground.
                        .filter(one ->
                                open.isPresent() && one.caseId().equals(open.get().file().id()));
        if (mine.isEmpty() || open.isEmpty()) {
            return false;
        }
        shelf.remove(id, desk.now());
        desk.note(actor, open.get(), CaseEvent.EVIDENCE_REMOVED, mine.get().fileName());
        return true;
    }

    List<Evidence> of(OrganisationId organisation) {
        return shelf.of(organisation);
    }

    /// Those given whose file is not lost: what the virus scanner had deleted is as good as never
    /// given.
    List<Evidence> there(OrganisationId organisation) {
        return there(List.of(organisation));
    }

    /// The kinds of documents that each organisation has.
    Map<OrganisationId, Set<String>> kinds(List<OrganisationId> organisations) {
        return there(organisations).stream()
                .collect(
                        Collectors.groupingBy(
                                Evidence::organisation,
                                Collectors.mapping(Evidence::kind, Collectors.toSet())));
    }

    private List<Evidence> there(List<OrganisationId> organisations) {
        var shelved =
                shelf.all(organisations).stream().filter(one -> one.evidence().isThere()).toList();
        var scans = scans(shelved);
        return shelved.stream()
                .map(Shelved::evidence)
                .filter(one -> !(scans.get(one.id()) instanceof Document.Scan.Infected))
                .toList();
    }

    /// What the virus scanner says of each document.
    Map<EvidenceId, Document.Scan> scans(OrganisationId organisation) {
        return scans(shelf.all(List.of(organisation)));
    }

    private Map<EvidenceId, Document.Scan> scans(List<Shelved> shelved) {
        var ids = shelved.stream().flatMap(one -> one.document().stream()).toList();
        var byId =
                documents.all(ids).stream().collect(Collectors.toMap(Document::id, Document::scan));
        var scans = new HashMap<EvidenceId, Document.Scan>();
        for (var one : shelved) {
            one.document()
                    .flatMap(id -> Optional.ofNullable(byId.get(id)))
                    .ifPresent(scan -> scans.put(one.evidence().id(), scan));
        }
        return scans;
    }

    /// A file that vanished from the folder, or may not be served yet, is as good as none: the page
    /// says so.
    Optional<EvidenceFile> open(EvidenceId id) {
        return shelf.find(id)
                .filter(one -> one.evidence().isThere())
                .flatMap(one ->
                        one.document()
                                .flatMap(documents::open)
                                .map(file -> new EvidenceFile(one.evidence(), file.path())));
    }
}
