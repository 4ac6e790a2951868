package org.passerelle.backoffice.membership;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.document.Documents;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Recovery;
import org.passerelle.identity.RegainingAccess;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Declared;
import org.passerelle.organisation.Duplicates;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.HeldDuplicate;
import org.passerelle.organisation.JoinRequest;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseWords;
import org.springframework.stereotype.Component;

/// Builds the page of what waits about members.
@Component
class MembershipViews {
    private final Members members;
    private final Duplicates duplicates;
    private final Organisations organisations;
    private final RegainingAccess access;
    private final Documents documents;
    private final People people;
    private final Packs packs;
    private final Clock clock;

    MembershipViews(
            Members members,
            Duplicates duplicates,
            Organisations organisations,
            RegainingAccess access,
            Documents documents,
            People people,
            Packs packs,
            Clock clock) {
        this.members = members;
        this.duplicates = duplicates;
        this.organisations = organisations;
        this.access = access;
        this.documents = documents;
        this.people = people;
        this.packs = packs;
        this.clock = clock;
    }

    MembershipPage page(OfficeId office, Frame frame) {
        return new MembershipPage(
                members.joinRequests(office).stream().map(one -> join(one, frame)).toList(),
                duplicates.held(office).stream().map(one -> held(one, frame)).toList(),
                members.replacements(office).stream().map(one -> replacement(one, frame)).toList(),
                access.open(office).stream().map(one -> asked(one, frame)).toList());
    }

    /// People who forgot their username and wait for an answer.
    long asked(OfficeId office) {
        return access.open(office).size();
    }

    private static MembershipPage.Asked asked(Recovery one, Frame frame) {
        return new MembershipPage.Asked(
                one.id().toString(),
                "" + one.number(),
                one.typed().name(),
                one.typed().organisation(),
                day(one.asked(), frame));
    }

    /// Requests that staff may answer now.
    long joinsForStaff(OfficeId office) {
        return members.joinRequests(office).stream().filter(this::isOurs).count();
    }

    private boolean isOurs(JoinRequest one) {
        return !clock.instant().isBefore(one.holderUntil());
    }

    private MembershipPage.Join join(JoinRequest one, Frame frame) {
        return new MembershipPage.Join(
                one.id().toString(),
                name(one.person()),
                people.find(one.person()).map(Person::email).orElse(""),
                organisations.get(one.organisation()).name(),
                one.organisation().toString(),
                one.message(),
                day(one.holderUntil().minusSeconds(1), frame),
                isOurs(one));
    }

    private MembershipPage.Held held(HeldDuplicate one, Frame frame) {
        var alike =
                one.likenesses().stream()
                        .sorted()
                        .map(trait ->
                                frame.word("member.trait." + trait.name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "));
        var applicant = organisations.get(one.organisation());
        return new MembershipPage.Held(
                side(applicant, frame),
                side(organisations.get(one.other()), frame),
                alike,
                day(one.held(), frame),
                name(applicant.holder()));
    }

    private MembershipPage.Side side(Organisation one, Frame frame) {
        var declared = new Declared(packs.get(one.office()), frame.words());
        var facts =
                java.util.stream.Stream.of(
                                Field.Step.IDENTITY, Field.Step.IDENTIFIERS, Field.Step.ADDRESS)
                        .flatMap(step -> declared.of(step, one.profile()).stream())
                        .map(line -> Fact.of(line.name(), line.value(), line.language()))
                        .toList();
        return new MembershipPage.Side(one.id().toString(), one.name(), facts);
    }

    private MembershipPage.Replacement replacement(HandOver one, Frame frame) {
        var by = one.byStaff().orElseThrow();
        return new MembershipPage.Replacement(
                one.id().toString(),
                organisations.get(one.organisation()).name(),
                name(one.from()),
                name(one.to()),
                by.reason(),
                day(one.due(), frame),
                by.proof().fileName(),
                by.proof()
                        .document()
                        .flatMap(documents::find)
                        .map(file -> CaseWords.withheld(file.scan(), frame.words()))
                        .orElse(""));
    }

    HolderPages.HolderPage holder(
            OrganisationId id,
            org.passerelle.ui.Form form,
            org.passerelle.ui.FormErrors errors,
            Frame frame) {
        var organisation = organisations.get(id);
        var days = packs.get(organisation.office()).office().promises().handOverBusinessDays();
        return new HolderPages.HolderPage(
                id.toString(),
                organisation.name(),
                members.of(id).stream()
                        .map(one ->
                                Fact.of(
                                        frame.word("member.role." + code(one.role())),
                                        one.name() + ", " + one.email()))
                        .toList(),
                days,
                form,
                errors);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    String name(PersonId person) {
        return people.find(person).map(Person::name).orElse("–");
    }

    static String day(Instant instant, Frame frame) {
        return frame.words().date(instant.atZone(frame.zone()).toLocalDate());
    }
}
