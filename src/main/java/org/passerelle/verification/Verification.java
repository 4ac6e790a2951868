package org.passerelle.verification;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.verification.domain.PagePictures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the verification module: everything others may ask of it.
///
/// Whether the actor belongs to the organisation or may review is asked by whoever serves the
/// request.
@Service
@Transactional
public class Verification {
    private final Applying applying;
    private final Contesting contesting;
    private final EvidenceRoom evidence;
    private final Reviewing reviewing;
    private final JudgingLetters judging;
    private final Reading reading;
    private final PagePictures pictures;

    Verification(
            Applying applying,
            Contesting contesting,
            EvidenceRoom evidence,
            Reviewing reviewing,
            JudgingLetters judging,
            Reading reading,
            PagePictures pictures) {
        this.applying = applying;
        this.contesting = contesting;
        this.evidence = evidence;
        this.reviewing = reviewing;
        this.judging = judging;
        this.reading = reading;
        this.pictures = pictures;
    }

    // What an organisation does.

    /// Everything a registration still needs: what `organisation` asks, and documents (ORG-01).
    @Transactional(readOnly = true)
    public List<Missing> missing(OrganisationId organisation) {
        return applying.missing(organisation);
    }

    /// Takes a document in, by what its bytes are and not by its name. `kind` is the document asked
    /// for, in the words of the pack, or [Evidence#OTHER].
    public AttachOutcome attach(
            Actor actor,
            OrganisationId organisation,
            String kind,
            String fileName,
            InputStream content) {
        return evidence.attach(actor, organisation, kind, fileName, content);
    }

    /// Takes a document back while the case is a draft or waits for the organisation. Answers
    /// whether there was one to take.
    public boolean remove(Actor actor, OrganisationId organisation, EvidenceId id) {
        return evidence.remove(actor, organisation, id);
    }

    /// Hands the registration and its documents to the office: the promise begins (VER-02).
    public SubmitOutcome submit(Actor actor, OrganisationId organisation) {
        return applying.submit(actor, organisation);
    }

    /// Answers questions of the office; blank answers are passed over (VER-05).
    public AnswerOutcome answer(
            Actor actor, OrganisationId organisation, Map<QuestionId, String> answers) {
        return applying.answer(actor, organisation, answers);
    }

    /// Gives up before a decision. Answers whether there was something to give up.
    public boolean withdraw(Actor actor, OrganisationId organisation) {
        return applying.withdraw(actor, organisation);
    }

    /// Opens a case anew: after a refusal that was not for good, after having withdrawn, or when
    /// re-qualification is due within 60 days or overdue (VER-01).
    public TryAgainOutcome tryAgain(Actor actor, OrganisationId organisation) {
        return applying.tryAgain(actor, organisation);
    }

    /// Whether `tryAgain` would open a case now.
    @Transactional(readOnly = true)
    public Optional<TryAgainOutcome.Why> whyNotAgain(OrganisationId organisation) {
        return applying.whyNotAgain(organisation);
    }

    /// The newest case and whether `tryAgain` would open another, for whoever has the organisation
    /// at hand already.
    @Transactional(readOnly = true)
    public Progress progressOf(Organisation organisation) {
        return applying.progressOf(organisation);
    }

    /// Contests a refusal, with words and documents: once, and all of it or nothing (VER-09).
    public ContestOutcome contest(
            Actor actor, OrganisationId organisation, String words, List<NewDocument> documents) {
        return contesting.contest(actor, organisation, words, documents);
    }

    /// Whether `contest` would open a case now.
    @Transactional(readOnly = true)
    public Optional<ContestOutcome.Why> whyNotContest(OrganisationId organisation) {
        return contesting.whyNot(organisation);
    }

    // What both sides read.

    /// To which addresses letters about cases of an organisation go: the official one first, then
    /// the account holder's own where that is another (NOT-01).
    @Transactional(readOnly = true)
    public List<String> writesTo(OrganisationId organisation) {
        return applying.writesTo(organisation);
    }

    /// The newest case of an organisation.
    @Transactional(readOnly = true)
    public Optional<CaseView> caseOf(OrganisationId organisation) {
        return reading.of(organisation).stream().findFirst();
    }

    /// All cases of an organisation, newest first.
    @Transactional(readOnly = true)
    public List<CaseView> casesOf(OrganisationId organisation) {
        return reading.of(organisation);
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> find(CaseId id) {
        return reading.find(id);
    }

    /// The last decided case before this one: what it takes up again, contests or confirms.
    @Transactional(readOnly = true)
    public Optional<CaseView> decidedBefore(CaseView view) {
        return reading.of(view.organisation()).stream()
                .filter(one -> one.number() < view.number())
                .filter(one -> one.decision().isPresent())
                .findFirst();
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<CaseEntry> history(CaseId id) {
        return reading.history(id);
    }

    /// Documents of an organisation, oldest first, removed ones too.
    @Transactional(readOnly = true)
    public List<Evidence> evidenceOf(OrganisationId organisation) {
        return evidence.of(organisation);
    }

    /// What the virus scanner says of each document of an organisation.
    @Transactional(readOnly = true)
    public Map<EvidenceId, Document.Scan> scansOf(OrganisationId organisation) {
        return evidence.scans(organisation);
    }

    /// A document with its file, unless it was removed or may not be served yet.
    @Transactional(readOnly = true)
    public Optional<EvidenceFile> open(EvidenceId id) {
        return evidence.open(id);
    }

    /// How many pages of a document can be drawn; zero where there is nothing to draw.
    @Transactional(readOnly = true)
    public int pagesOf(EvidenceId id) {
        return evidence.open(id).map(file -> pictures.pages(file.path())).orElse(0);
    }

    /// A page of a document as PNG, from 1.
    @Transactional(readOnly = true)
    public Optional<byte[]> pageOf(EvidenceId id, int number) {
        return evidence.open(id).flatMap(file -> pictures.page(file.path(), number));
    }

    /// What changed so that the qualification ends sooner, by its codes as [CaseWords] names them;
    /// empty where it ends as decided (VER-01).
    @Transactional(readOnly = true)
    public Optional<List<String>> changedSince(OrganisationId organisation) {
        return reading.of(organisation).stream()
                .filter(one -> one.state() == CaseState.QUALIFIED)
                .findFirst()
                .flatMap(one -> reading.changedSince(one.id()));
    }

    // What the office does.

    /// Cases the office has to look at or waits for: those due first come first (VER-05).
    @Transactional(readOnly = true)
    public List<CaseView> queue(OfficeId office) {
        return reading.queue(office);
    }

    /// The same with whom each is about and what they gave: dear, so for those that are shown.
    @Transactional(readOnly = true)
    public List<QueuedCase> queued(List<CaseView> waiting) {
        return reading.queued(waiting);
    }

    /// How many cases lie with the office now.
    @Transactional(readOnly = true)
    public int waitingForOffice(OfficeId office) {
        return reading.waitingForOffice(office);
    }

    /// Decisions of an office from a day on, oldest first.
    @Transactional(readOnly = true)
    public List<Settled> settledSince(OfficeId office, LocalDate day) {
        return reading.settledSince(office, day);
    }

    /// How many cases were open at the end of a day of the office, waiting for either side; for a
    /// day to come, those open now.
    @Transactional(readOnly = true)
    public int openAfter(OfficeId office, LocalDate day) {
        return reading.openAfter(office, day);
    }

    /// Those who may review for an office, by name: cases are handed to them.
    @Transactional(readOnly = true)
    public List<Reviewer> reviewers(OfficeId office) {
        return reading.reviewers(office);
    }

    /// Gives a case to a reviewer. Asking again changes nothing and answers the same.
    public ClaimOutcome claim(Actor actor, CaseId id, Reviewer reviewer) {
        return reviewing.claim(actor, id, reviewer);
    }

    /// Gives a case to another reviewer, whoever had it.
    public ReviewOutcome handOver(Actor actor, CaseId id, Reviewer to) {
        return reviewing.handOver(actor, id, to);
    }

    /// Puts a case back for anybody to claim.
    public ReviewOutcome release(Actor actor, CaseId id, Reviewer reviewer) {
        return reviewing.release(actor, id, reviewer);
    }

    /// Asks the organisation; the clock stops until all is answered. A case that nobody has is
    /// taken by asking.
    public ReviewOutcome ask(
            Actor actor, CaseId id, Reviewer reviewer, List<NewQuestion> questions) {
        return reviewing.ask(actor, id, reviewer, questions);
    }

    /// Goes on without waiting for more answers.
    public ReviewOutcome resume(Actor actor, CaseId id, Reviewer reviewer) {
        return reviewing.resume(actor, id, reviewer);
    }

    /// Accepts or refuses the letter of a branch (ORG-06); refused, the branch is asked for another
    /// and the clock stops.
    public ReviewOutcome judgeLetter(
            Actor.Staff actor, CaseId id, Reviewer reviewer, LetterRuling ruling) {
        return judging.judge(actor, id, reviewer, ruling);
    }

    /// Decides a case for good (VER-09). A case that nobody has is taken by deciding.
    public ReviewOutcome decide(Actor actor, CaseId id, Reviewer reviewer, Ruling ruling) {
        return reviewing.decide(actor, id, reviewer, ruling);
    }
}
