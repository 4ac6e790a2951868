package org.passerelle.portal.organisation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Branch;
import org.passerelle.organisation.Branch.Letter;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.portal.organisation.BranchesPage.How;
import org.passerelle.portal.organisation.BranchesPage.Of;
import org.passerelle.portal.organisation.BranchesPage.Row;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// What parent and branch see of each other (ORG-06): of a branch its name, town and status; of a
/// parent, once the letter is accepted, its name and town.
@Component
class BranchViews {
    private final Branches branches;
    private final Organisations organisations;
    private final CaseProgress progress;
    private final Packs packs;

    BranchViews(
            Branches branches, Organisations organisations, CaseProgress progress, Packs packs) {
        this.progress = progress;
        this.branches = branches;
        this.organisations = organisations;
        this.packs = packs;
    }

    BranchesPage page(Optional<Membership> reader, Form form, FormErrors errors, Frame frame) {
        var organisation = reader.map(Membership::organisation).flatMap(organisations::find);
        return new BranchesPage(
                organisation.flatMap(one -> of(one, frame)),
                organisation.map(one -> rows(one.id(), frame)).orElse(List.of()),
                reader.filter(one -> one.role() == MemberRole.HOLDER).isPresent(),
                packs.get(officeOf(frame)).office().branches().map(one -> how(one, frame)),
                form,
                errors);
    }

    /// The office that the page is about: that of the reader's organisation, else the one chosen.
    static OfficeId officeOf(Frame frame) {
        return OfficeId.of(frame.office().id());
    }

    private static How how(Office.Branches branches, Frame frame) {
        var language = frame.language();
        return new How(
                branches.explanation().in(language),
                branches.documents().stream().map(one -> one.in(language)).toList(),
                branches.model().in(language));
    }

    /// Empty for whatever is no branch.
    Optional<Of> of(Organisation organisation, Frame frame) {
        var named = organisation.profile().branchOf();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var tie = branches.of(organisation.id());
        var parent =
                tie.filter(Branch::isAccepted).flatMap(Branch::parent).flatMap(organisations::find);
        return Optional.of(
                new Of(
                        parent.map(Organisation::name).orElse(named.get().name()),
                        parent.map(BranchViews::town).orElse(""),
                        tie.map(one -> letter(one, frame))
                                .orElse(new Badge("mute", frame.word("branches.letter.to-send"))),
                        tie.map(one -> reasons(one, organisation, frame)).orElse(List.of())));
    }

    private List<String> reasons(Branch branch, Organisation organisation, Frame frame) {
        if (!(branch.letter() instanceof Letter.Refused(_, _, var given, var words))) {
            return List.of();
        }
        var office = packs.get(organisation.office()).office();
        var texts =
                office.branches().map(Office.Branches::refusalReasons).orElse(List.of()).stream()
                        .filter(one -> given.contains(one.id()))
                        .map(one -> one.text().in(frame.language()));
        return Stream.concat(texts, Stream.of(words).filter(text -> !text.isEmpty())).toList();
    }

    private static Badge letter(Branch branch, Frame frame) {
        return switch (branch.letter()) {
            case Letter.Waiting _ -> new Badge("warn", frame.word("branches.letter.waiting"));
            case Letter.Accepted _ -> new Badge("ok", frame.word("branches.letter.accepted"));
            case Letter.Refused _ -> new Badge("bad", frame.word("branches.letter.refused"));
        };
    }

    List<Row> rows(OrganisationId parent, Frame frame) {
        return branches.branchesOf(parent).stream()
                .flatMap(branch ->
                        organisations
                                .find(branch.organisation())
                                .map(one -> row(branch, one, frame))
                                .stream())
                .toList();
    }

    private Row row(Branch branch, Organisation one, Frame frame) {
        return new Row(
                one.id().toString(),
                one.name(),
                town(one),
                progress.badge(one, frame.words()),
                letter(branch, frame),
                branch.disowned().isPresent());
    }

    private static String town(Organisation one) {
        return one.profile().address().map(Address::town).orElse("");
    }
}
