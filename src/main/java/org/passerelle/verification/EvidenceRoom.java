package org.passerelle.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.EvidenceFiles;
import org.passerelle.verification.domain.EvidenceFiles.TakenIn;
import org.passerelle.verification.domain.EvidenceRule;
import org.passerelle.verification.domain.EvidenceShelf;
import org.passerelle.verification.domain.EvidenceShelf.Shelved;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes documents in and gives them out.
@Component
class EvidenceRoom {
    private final EvidenceShelf shelf;
    private final EvidenceFiles files;
    private final Cases cases;
    private final Organisations organisations;
    private final CaseDesk desk;

    EvidenceRoom(
            EvidenceShelf shelf,
            EvidenceFiles files,
            Cases cases,
            Organisations organisations,
            CaseDesk desk) {
        this.shelf = shelf;
        this.files = files;
        this.cases = cases;
        this.organisations = organisations;
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
        var taken = takeIn(content);
        deleteUnlessCommitted(taken.storedAs());
        var there = shelf.of(organisation).stream().filter(Evidence::isThere).count();
        var refusal = EvidenceRule.refusal(taken, (int) there);
        if (refusal.isPresent()) {
            files.delete(taken.storedAs());
            return refusal.get();
        }
        var evidence =
                new Evidence(
                        EvidenceId.random(),
                        organisation,
                        open.get().file().id(),
                        known(organisation, kind),
                        EvidenceRule.safeName(fileName),
                        taken.mediaType(),
                        taken.sizeBytes(),
                        taken.sha256(),
                        desk.now(),
                        actor.label(),
                        Optional.empty());
        shelf.add(new Shelved(evidence, taken.storedAs()));
        desk.note(actor, open.get(), CaseEvent.EVIDENCE_ADDED, evidence.fileName());
        return new AttachOutcome.Attached(evidence.id());
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

    private TakenIn takeIn(InputStream content) {
        try {
            return files.takeIn(content, EvidenceRule.LARGEST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("A document could not be kept", e);
        }
    }

    private void deleteUnlessCommitted(String storedAs) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        if (status != STATUS_COMMITTED) {
                            files.delete(storedAs);
                        }
                    }
                });
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

    /// A file that vanished from the folder is as good as none: the page says so.
    Optional<EvidenceFile> open(EvidenceId id) {
        return shelf.find(id)
                .filter(one -> one.evidence().isThere())
                .map(one -> new EvidenceFile(one.evidence(), files.path(one.storedAs())))
                .filter(file -> Files.exists(file.path()));
    }
}
