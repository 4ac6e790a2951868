package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.passerelle.identity.SignedIn;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.portal.Acting;
import org.passerelle.portal.organisation.OrganisationPage.ProgrammeRow;
import org.passerelle.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Every partner's programme, eligible or not and why (ELI-01, ELI-02).
@Controller
public class ProgrammesPages {
    private final Organisations organisations;
    private final Acting acting;
    private final ProgrammeViews views;

    ProgrammesPages(Organisations organisations, Acting acting, ProgrammeViews views) {
        this.organisations = organisations;
        this.acting = acting;
        this.views = views;
    }

    /// All programmes of the office.
    public record ProgrammesPage(List<ProgrammeRow> programmes, long open) {}

    @GetMapping("/organisation/programmes")
    String all(
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Words words,
            Model model) {
        var organisation = organisations.get(acting.as(MemberRole.READER, who, request));
        var rows = views.rows(organisation, words);
        var open = rows.stream().filter(ProgrammeViews::isOpen).count();
        model.addAttribute("page", new ProgrammesPage(rows, open));
        return "portal/organisation/programmes";
    }

    @GetMapping("/organisation/programmes/{programme}")
    String one(
            @PathVariable ProgrammeId programme,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            Words words,
            Model model) {
        var id = acting.as(MemberRole.READER, who, request);
        var page =
                views.page(id, programme, words)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", page);
        return "portal/organisation/programme";
    }
}
