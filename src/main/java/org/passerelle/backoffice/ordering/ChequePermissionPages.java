package org.passerelle.backoffice.ordering;

import java.util.Optional;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.ChequeCounter;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// Whether an organisation may pay by cheque: staff decide, and say why (PAY-04).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
public class ChequePermissionPages {
    private static final String PATH = "/staff/organisations/{organisation}/cheques";

    private final ChequeCounter counter;
    private final Organisations organisations;

    ChequePermissionPages(ChequeCounter counter, Organisations organisations) {
        this.counter = counter;
        this.organisations = organisations;
    }

    /// @param taken whether the office takes cheques at all
    /// @param said what was decided last, by whom and when; empty where nothing was
    public record Page(
            String id,
            String organisation,
            boolean taken,
            boolean allowed,
            Optional<String> said,
            String reason) {}

    @GetMapping(PATH)
    String show(@PathVariable OrganisationId organisation, Frame frame, Model model) {
        var found = find(organisation);
        var last = counter.permission(organisation);
        model.addAttribute(
                "page",
                new Page(
                        organisation.toString(),
                        found.name(),
                        counter.isTakenBy(found.office()),
                        counter.mayPay(organisation),
                        last.map(it ->
                                frame.word(
                                        "cheques.permission.by",
                                        it.by().name(),
                                        frame.words().dateTime(it.at(), frame.zone()))),
                        last.map(it -> it.reason()).orElse("")));
        return "backoffice/ordering/chequePermission";
    }

    @PostMapping(PATH)
    String decide(
            @PathVariable OrganisationId organisation,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        find(organisation);
        var path = "/staff/organisations/" + organisation + "/cheques";
        var allowed = sent.form().value("act").equals("allow");
        return counter.permit(who.actor(), organisation, allowed, sent.form().trimmed("reason"))
                ? sent.done(path, "cheques.permission." + (allowed ? "allowed" : "refused"))
                : sent.lead(path, Notice.bad(sent.frame().word("cheques.permission.wrong")));
    }

    private Organisation find(OrganisationId organisation) {
        return organisations
                .find(organisation)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
