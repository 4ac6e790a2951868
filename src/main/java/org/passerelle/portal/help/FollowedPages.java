package org.passerelle.portal.help;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.identity.Attempts;
import org.passerelle.identity.Limit;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One request of a visitor, opened by the link in its letters (HLP-02). The link is told by letter
/// only, never on a page: who typed somebody else's e-mail address must not read the answers to it.
@Controller
@RequestMapping(FollowedPages.PATH + "/{seal}")
class FollowedPages {
    static final String PATH = "/requests/followed";

    private final HelpDesk desk;
    private final Documents documents;
    private final Attempts attempts;
    private final RequestViews views;

    FollowedPages(HelpDesk desk, Documents documents, Attempts attempts, RequestViews views) {
        this.desk = desk;
        this.documents = documents;
        this.attempts = attempts;
        this.views = views;
    }

    @ModelAttribute
    void keepOutOfSearch(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    String one(@PathVariable String seal, Frame frame, Model model) {
        var asked = opened(seal);
        model.addAttribute("page", views.one(asked, path(seal), desk.closes(asked), frame));
        return "portal/help/followed";
    }

    @PostMapping("/reply")
    String reply(
            @PathVariable String seal,
            @RequestParam(defaultValue = "") String text,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        opened(seal);
        var network = Attempts.network(request.getRemoteAddr());
        if (attempts.charge(Limit.HELP_BY_ADDRESS, network).isPresent()) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var notice =
                desk.replyFollowed(seal, text)
                        ? Notice.ok(frame.word("help.replied"))
                        : Notice.warn(frame.word("help.not-replied"));
        notice.showAfter(redirect);
        return "redirect:" + path(seal);
    }

    @PostMapping("/close")
    String close(@PathVariable String seal) {
        opened(seal);
        desk.closeFollowed(seal);
        return "redirect:" + path(seal);
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<Resource> document(@PathVariable String seal, @PathVariable DocumentId id) {
        var belongs = opened(seal).documents().contains(id);
        return documents
                .open(id)
                .filter(_ -> belongs)
                .map(RequestPages::download)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// A link that was not made for it opens nothing, as if the request never was.
    private HelpRequest opened(String seal) {
        return desk.followed(seal)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String path(String seal) {
        return PATH + "/" + seal;
    }
}
