package org.passerelle.backoffice.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.backoffice.verification.LetterPanel.Badge;
import org.passerelle.backoffice.verification.LetterPanel.Parent;
import org.passerelle.backoffice.verification.LetterPanel.Said;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Branch;
import org.passerelle.organisation.Branch.Letter;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.LetterRuling;
import org.passerelle.verification.ReviewOutcome.Lack;
import org.passerelle.verification.Verification;
import org.springframework.stereotype.Component;

/// Lays the letter of a branch beside its data (ORG-06).
@Component
class LetterViews {
    private static final String NOBODY = "none";

    private final Branches branches;
    private final Organisations organisations;
    private final Verification verification;
    private final Packs packs;

    LetterViews(
            Branches branches,
            Organisations organisations,
            Verification verification,
            Packs packs) {
        this.branches = branches;
        this.organisations = organisations;
        this.verification = verification;
        this.packs = packs;
    }

    /// Empty for the case of an organisation that is no branch.
    Optional<LetterPanel> of(
            CaseView view, SignedIn who, Form form, FormErrors errors, Frame frame) {
        var organisation = organisations.get(view.organisation());
        return branches.of(organisation.id())
                .map(branch -> panel(view, organisation, branch, who, form, errors, frame));
    }

    private LetterPanel panel(
            CaseView view,
            Organisation organisation,
            Branch branch,
            SignedIn who,
            Form form,
            FormErrors errors,
            Frame frame) {
        var office = packs.get(organisation.office()).office();
        var mine = view.reviewer().filter(one -> one.id().equals(who.id())).isPresent();
        var mayJudge =
                QueueViews.mayReview(who)
                        && (view.state() == CaseState.SUBMITTED
                                || mine && view.state() == CaseState.IN_REVIEW);
        var chosen = branch.parent().map(OrganisationId::toString).orElse(NOBODY);
        return new LetterPanel(
                view.id().toString(),
                badge(branch, frame),
                named(organisation, frame),
                branch.parent().flatMap(organisations::find).map(one -> parent(one, frame)),
                judged(branch, frame),
                given(branch, office, frame),
                branch.disowned()
                        .map(said ->
                                new Said(
                                        said.words(),
                                        frame.word(
                                                "branches.letter.by",
                                                said.by().name(),
                                                frame.words().dateTime(said.at(), office.zone())))),
                letter(organisation, office),
                mayJudge ? parents(organisation, frame) : List.of(),
                mayJudge ? reasons(office, frame) : List.of(),
                mayJudge,
                branch.stands() && !errors.any(),
                form.value("parent").isEmpty() ? form.with("parent", chosen) : form,
                errors);
    }

    static Badge badge(Branch branch, Frame frame) {
        if (branch.disowned().isPresent()) {
            return new Badge("bad", frame.word("branches.letter.disowned"));
        }
        return switch (branch.letter()) {
            case Letter.Waiting _ -> new Badge("warn", frame.word("branches.letter.waiting"));
            case Letter.Accepted _ -> new Badge("ok", frame.word("branches.letter.accepted"));
            case Letter.Refused _ -> new Badge("bad", frame.word("branches.letter.refused"));
        };
    }

    private static String named(Organisation organisation, Frame frame) {
        return organisation
                .profile()
                .branchOf()
                .map(one ->
                        one.number()
                                .map(number ->
                                        frame.word(
                                                "branches.letter.named.number",
                                                one.name(),
                                                frame.word(
                                                        "organisation.scheme." + number.scheme()),
                                                number.number()))
                                .orElseGet(() -> frame.word("branches.letter.named", one.name())))
                .orElse("");
    }

    private static Parent parent(Organisation one, Frame frame) {
        var tone =
                switch (one.standing()) {
                    case Standing.Qualified _ -> "ok";
                    case Standing.Undecided _ -> "info";
                    case Standing.Lapsed _ -> "warn";
                    case Standing.Refused _, Standing.Revoked _ -> "bad";
                };
        var word = one.standing().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new Parent(
                one.name(),
                town(one),
                "/staff/organisations/" + one.id(),
                new Badge(tone, frame.word("organisation.standing." + word)));
    }

    private static String town(Organisation one) {
        return one.profile().address().map(Address::town).orElse("");
    }

    private Optional<String> judged(Branch branch, Frame frame) {
        return switch (branch.letter()) {
            case Letter.Waiting _ -> Optional.empty();
            case Letter.Accepted(var at, var by, _) -> Optional.of(by(by, at, frame));
            case Letter.Refused(var at, var by, _, _) -> Optional.of(by(by, at, frame));
        };
    }

    private static String by(Signature by, java.time.Instant at, Frame frame) {
        return frame.word(
                "branches.letter.by", by.name(), frame.words().dateTime(at, frame.zone()));
    }

    /// What was found wrong or noted.
    private static List<String> given(Branch branch, Office office, Frame frame) {
        return switch (branch.letter()) {
            case Letter.Waiting _ -> List.of();
            case Letter.Accepted(_, _, var words) -> words.isEmpty() ? List.of() : List.of(words);
            case Letter.Refused(_, _, var reasons, var words) ->
                    Stream.concat(
                                    known(office).stream()
                                            .filter(one -> reasons.contains(one.id()))
                                            .map(one -> one.name().in(frame.language())),
                                    Stream.of(words).filter(text -> !text.isEmpty()))
                            .toList();
        };
    }

    /// The newest letter that is there.
    private Optional<String> letter(Organisation organisation, Office office) {
        var kind = office.branches().map(Office.Branches::letter).map(EvidenceKinds::key);
        return verification.evidenceOf(organisation.id()).stream()
                .filter(Evidence::isThere)
                .filter(one -> kind.filter(one.kind()::equals).isPresent())
                .reduce((_, newer) -> newer)
                .map(one -> "?evidence=" + one.id());
    }

    private List<Option> parents(Organisation organisation, Frame frame) {
        var options = new ArrayList<Option>();
        for (var one : branches.candidates(organisation.id())) {
            options.add(Option.of(one.id().toString(), one.name() + ", " + town(one)));
        }
        options.add(Option.of(NOBODY, frame.word("branches.letter.parent.none")));
        return options;
    }

    private static List<Option> reasons(Office office, Frame frame) {
        return known(office).stream()
                .map(one -> Option.of(one.id(), one.name().in(frame.language())))
                .toList();
    }

    private static List<Office.LetterReason> known(Office office) {
        return office.branches().map(Office.Branches::refusalReasons).orElse(List.of());
    }

    /// What was ticked. Whatever is neither accepted nor refused for a reason lacks one.
    static LetterRuling ruling(Form form) {
        var words = form.trimmed("letter-words");
        if (!form.value("verdict").equals("accept")) {
            return new LetterRuling.Refuse(form.all("letter-reasons"), words);
        }
        var parent = form.value("parent");
        return new LetterRuling.Accept(
                parent.isEmpty() || parent.equals(NOBODY)
                        ? Optional.empty()
                        : Optional.of(OrganisationId.of(parent)),
                words);
    }

    static FormErrors errors(List<Lack> lacks) {
        var errors = FormErrors.none();
        for (var lack : lacks) {
            errors =
                    switch (lack) {
                        case LETTER -> errors.with("verdict", "branches.lack.letter");
                        case REASON -> errors.with("letter-reasons", "branches.lack.reason");
                        case UNKNOWN_REASON, UNKNOWN_STATUS, QUESTION ->
                                errors.with("letter-reasons", "verification.lack.unknown-reason");
                        case TEXT_TOO_LONG ->
                                errors.with("letter-words", "verification.lack.too-long");
                    };
        }
        return errors;
    }
}
