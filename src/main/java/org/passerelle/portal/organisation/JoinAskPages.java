package org.passerelle.portal.organisation;

import org.passerelle.identity.SignedIn;
import org.passerelle.organisation.JoinAsk;
import org.passerelle.organisation.JoinAskId;
import org.passerelle.organisation.Members;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A request to join as its asker sees it (ORG-08): open to whoever asked, with or without an
/// organisation, and the same whether or not there is one to answer it (ACC-06).
@Controller
@RequestMapping(JoinAskPages.PATH + "/{id}")
class JoinAskPages {
    static final String PATH = "/organisation/join/asked";

    private final Members members;
    private final JoinAskViews views;

    JoinAskPages(Members members, JoinAskViews views) {
        this.members = members;
        this.views = views;
    }

    @GetMapping
    String one(
            @PathVariable JoinAskId id,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Model model) {
        model.addAttribute("page", views.page(theirs(id, who), frame));
        return "portal/organisation/join-ask";
    }

    /// Pressed twice, or when it has been answered meanwhile, it shows how it ended.
    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable JoinAskId id,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        var ask = theirs(id, who);
        if (members.withdrawAsk(who.person(), ask.id())) {
            Notice.ok(frame.word("organisation.ask.withdrawn")).showAfter(redirect);
            return "redirect:/organisation";
        }
        return "redirect:" + PATH + "/" + ask.id();
    }

    private JoinAsk theirs(JoinAskId id, SignedIn who) {
        return members.ask(who.id(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
