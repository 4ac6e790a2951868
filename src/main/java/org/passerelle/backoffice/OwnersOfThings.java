package org.passerelle.backoffice;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.BankStatement;
import org.passerelle.banking.Banking;
import org.passerelle.banking.MovementId;
import org.passerelle.banking.StatementId;
import org.passerelle.document.DocumentId;
import org.passerelle.help.Comment;
import org.passerelle.help.CommentId;
import org.passerelle.help.Comments;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.People;
import org.passerelle.identity.RecoveryId;
import org.passerelle.identity.RegainingAccess;
import org.passerelle.invoicing.InvoiceNumber;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.LetterId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.HandOverId;
import org.passerelle.organisation.JoinRequest;
import org.passerelle.organisation.JoinRequestId;
import org.passerelle.organisation.Members;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.Payouts;
import org.passerelle.programme.RecordedWaiver;
import org.passerelle.programme.Waivers;
import org.passerelle.returns.Returns;
import org.passerelle.tax.Taxes;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.EvidenceFile;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.Verification;
import org.springframework.stereotype.Component;

/// Which offices each thing belongs to that an address below `/staff`, or a form posted there,
/// names: the only place that says so. [WithinBounds] refuses what is not written here.
@Component
class OwnersOfThings {
    /// Addresses whose names are everybody's: registers are public, offers and pools of codes are
    /// looked up in the office that the page is about.
    static final Set<String> COMMON =
            Set.of(
                    "/staff/stock/{offer}",
                    "/staff/registers/{register}/{number}",
                    "/staff/payouts/files/{name}");

    /// Addresses that concern all offices at once.
    static final String OF_ALL = "/staff/clock";

    /// A name in every address that begins with `beginning`: a variable of it, or else a field of
    /// the form, which may be left out.
    record Naming(String beginning, String name, Function<String, Optional<Set<OfficeId>>> owners) {
        boolean isIn(String pattern) {
            return pattern.equals(beginning) || pattern.startsWith(beginning + "/");
        }

        boolean isVariable() {
            return beginning.contains("{" + name + "}");
        }
    }

    private final Verification verification;
    private final Members members;
    private final ChangeRequests changes;
    private final Waivers waivers;
    private final Taxes taxes;
    private final Ordering ordering;
    private final Returns returns;
    private final Banking banking;
    private final Payouts payouts;
    private final Invoicing invoicing;
    private final HelpDesk help;
    private final Comments comments;
    private final Notification notification;
    private final People people;
    private final RegainingAccess access;
    private final ApiKeys keys;
    private final StaffBounds bounds;
    private final List<Naming> all;

    OwnersOfThings(
            Verification verification,
            Members members,
            ChangeRequests changes,
            Waivers waivers,
            Taxes taxes,
            Ordering ordering,
            Returns returns,
            Banking banking,
            Payouts payouts,
            Invoicing invoicing,
            HelpDesk help,
            Comments comments,
            Notification notification,
            People people,
            RegainingAccess access,
            ApiKeys keys,
            StaffBounds bounds) {
        this.verification = verification;
        this.members = members;
        this.changes = changes;
        this.waivers = waivers;
        this.taxes = taxes;
        this.ordering = ordering;
        this.returns = returns;
        this.banking = banking;
        this.payouts = payouts;
        this.invoicing = invoicing;
        this.help = help;
        this.comments = comments;
        this.notification = notification;
        this.people = people;
        this.access = access;
        this.keys = keys;
        this.bounds = bounds;
        this.all = namings();
    }

    private List<Naming> namings() {
        return List.of(
                new Naming("/staff/cases/{id}", "id", this::ofCase),
                new Naming("/staff/cases/next", "after", this::ofCase),
                new Naming("/staff/evidence/{id}", "id", this::ofEvidence),
                new Naming("/staff/organisations/{id}", "id", this::ofOrganisation),
                new Naming(
                        "/staff/organisations/{organisation}",
                        "organisation",
                        this::ofOrganisation),
                new Naming("/staff/ledger/organisations/{id}", "id", this::ofOrganisation),
                new Naming("/staff/tokens/{organisation}", "organisation", this::ofOrganisation),
                new Naming("/staff/tax/{organisation}", "organisation", this::ofOrganisation),
                new Naming("/staff/tax/documents/{id}", "id", this::ofTaxDocument),
                new Naming("/staff/membership/holder/{id}", "id", this::ofOrganisation),
                new Naming("/staff/membership/joins/{id}", "id", this::ofJoinRequest),
                new Naming("/staff/membership/replacements/{id}", "id", this::ofHandOver),
                new Naming("/staff/membership/duplicates", "organisation", this::ofOrganisation),
                new Naming("/staff/membership/duplicates", "other", this::ofOrganisation),
                new Naming("/staff/membership/recoveries/{id}", "id", this::ofRecovery),
                new Naming(
                        "/staff/membership/recoveries/{id}/restore",
                        "person",
                        choice -> ofOrganisation(choice.replaceFirst(" .*", ""))),
                new Naming("/staff/changes/{number}", "number", this::ofChange),
                new Naming("/staff/documents/{id}", "id", this::ofDocument),
                new Naming("/staff/orders/{number}", "number", this::ofOrder),
                new Naming("/staff/returns/{number}", "number", this::ofReturn),
                new Naming("/staff/unpaid/{number}", "number", this::ofOrder),
                new Naming("/staff/bank/movements/{id}", "id", this::ofMovement),
                new Naming("/staff/bank/statements/{id}", "id", this::ofStatement),
                new Naming("/staff/payouts/{id}", "id", this::ofPayout),
                new Naming("/staff/invoices/{number}", "number", this::ofInvoice),
                new Naming("/staff/requests/{number}", "number", this::ofRequest),
                new Naming("/staff/comments/{id}", "id", this::ofComment),
                new Naming("/staff/messages/{id}", "id", this::ofLetter),
                new Naming("/staff/people/{id}", "id", this::ofPerson),
                new Naming("/staff/integrations/{id}", "id", this::ofKey),
                new Naming("/staff/integrations", "partner", this::ofPartner));
    }

    /// The names that an address has by its pattern.
    List<Naming> in(String pattern) {
        return all.stream().filter(naming -> naming.isIn(pattern)).toList();
    }

    private Optional<Set<OfficeId>> ofCase(String id) {
        return verification.find(CaseId.of(id)).map(CaseView::office).map(Set::of);
    }

    private Optional<Set<OfficeId>> ofEvidence(String id) {
        return verification
                .open(EvidenceId.of(id))
                .map(EvidenceFile::evidence)
                .flatMap(one -> of(one.organisation()));
    }

    private Optional<Set<OfficeId>> ofOrganisation(String id) {
        return of(OrganisationId.of(id));
    }

    private Optional<Set<OfficeId>> of(OrganisationId organisation) {
        return bounds.officeOf(organisation).map(Set::of);
    }

    private Optional<Set<OfficeId>> ofJoinRequest(String id) {
        return members.joinRequest(JoinRequestId.of(id))
                .map(JoinRequest::organisation)
                .flatMap(this::of);
    }

    private Optional<Set<OfficeId>> ofHandOver(String id) {
        return members.handOver(HandOverId.of(id)).map(HandOver::organisation).flatMap(this::of);
    }

    /// What was asked before offices were told apart is every office's.
    private Optional<Set<OfficeId>> ofRecovery(String id) {
        return access.find(RecoveryId.of(id))
                .map(one -> one.office().map(Set::of).orElseGet(bounds::installed));
    }

    private Optional<Set<OfficeId>> ofChange(String number) {
        return changes.find(Long.parseLong(number))
                .map(ChangeRequest::organisation)
                .flatMap(this::of);
    }

    private Optional<Set<OfficeId>> ofDocument(String id) {
        var document = DocumentId.of(id);
        return changes.withDocument(document)
                .map(ChangeRequest::organisation)
                .or(() -> waivers.withFile(document).map(RecordedWaiver::organisation))
                .flatMap(this::of);
    }

    private Optional<Set<OfficeId>> ofTaxDocument(String id) {
        return taxes.ofFile(DocumentId.of(id)).flatMap(this::of);
    }

    /// Each office gives its own numbers: one number may be an order of several.
    private Optional<Set<OfficeId>> ofInvoice(String number) {
        return InvoiceNumber.parse(number)
                .map(invoicing::officesOf)
                .filter(offices -> !offices.isEmpty());
    }

    private Optional<Set<OfficeId>> ofOrder(String number) {
        var offices =
                ordering.numbered(Long.parseLong(number)).stream()
                        .map(order -> order.number().office())
                        .collect(Collectors.toSet());
        return Optional.of(offices).filter(found -> !found.isEmpty());
    }

    private Optional<Set<OfficeId>> ofReturn(String number) {
        var offices =
                returns.numbered(number).stream()
                        .map(one -> one.number().order().office())
                        .collect(Collectors.toSet());
        return Optional.of(offices).filter(found -> !found.isEmpty());
    }

    private Optional<Set<OfficeId>> ofMovement(String id) {
        return banking.find(MovementId.of(id)).map(BankMovement::office).map(Set::of);
    }

    private Optional<Set<OfficeId>> ofPayout(String id) {
        return payouts.find(PayoutId.of(id)).map(Payout::office).map(Set::of);
    }

    private Optional<Set<OfficeId>> ofStatement(String id) {
        return banking.statement(StatementId.of(id)).map(BankStatement::office).map(Set::of);
    }

    private Optional<Set<OfficeId>> ofRequest(String number) {
        return help.find(Long.parseLong(number)).map(HelpRequest::office).map(Set::of);
    }

    private Optional<Set<OfficeId>> ofComment(String id) {
        return comments.find(CommentId.of(id)).map(Comment::office).map(Set::of);
    }

    /// A letter to somebody without an account or an organisation belongs to no office.
    private Optional<Set<OfficeId>> ofLetter(String id) {
        return notification.find(LetterId.of(id)).map(this::of);
    }

    private Set<OfficeId> of(SentLetter letter) {
        var offices = new HashSet<OfficeId>();
        letter.organisation().flatMap(bounds::officeOf).ifPresent(offices::add);
        if (letter.organisation().isEmpty()) {
            letter.person()
                    .flatMap(people::find)
                    .ifPresent(one -> offices.addAll(bounds.officesOf(one)));
        }
        return offices;
    }

    private Optional<Set<OfficeId>> ofPerson(String id) {
        return people.find(PersonId.of(id)).map(bounds::officesOf);
    }

    private Optional<Set<OfficeId>> ofKey(String id) {
        return bounds.installed().stream()
                .filter(office -> keys.of(office).stream().anyMatch(key -> key.id().equals(id)))
                .findFirst()
                .map(Set::of);
    }

    /// A choice `office/partner`.
    private Optional<Set<OfficeId>> ofPartner(String choice) {
        return Optional.of(Set.of(OfficeId.of(choice.replaceFirst("/.*", ""))));
    }
}
