package org.passerelle.portal.help;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.identity.Attempts;
import org.passerelle.identity.Limit;
import org.passerelle.portal.help.RequestPage.Reply;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.SafeDownload;
import org.passerelle.ui.Submission;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// One request of a visitor, opened by the link in its letters (HLP-02). The link is told by letter
/// only, never on a page: who typed somebody else's e-mail address must not read the answers to it.
@Controller
@RequestMapping(FollowedPages.PATH + "/{seal}")
class FollowedPages {
    static final String PATH = "/requests/followed";

    private final HelpDesk desk;
    private final Documents documents;
    private final Attempts attempts;
    private final Replying replying;
    private final RequestViews views;

    FollowedPages(
            HelpDesk desk,
            Documents documents,
            Attempts attempts,
            Replying replying,
            RequestViews views) {
        this.desk = desk;
        this.documents = documents;
        this.attempts = attempts;
        this.replying = replying;
        this.views = views;
    }

    @ModelAttribute
    void keepOutOfSearch(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    String one(@PathVariable String seal, Frame frame, Model model) {
        return show(opened(seal), seal, Reply.blank(), frame, model);
    }

    private String show(HelpRequest asked, String seal, Reply reply, Frame frame, Model model) {
        var page = views.one(asked, path(seal), desk.closes(asked), frame).with(reply);
        model.addAttribute("page", page);
        return "portal/help/followed";
    }

    @PostMapping("/reply")
    String reply(
            @PathVariable String seal,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            Submission sent)
            throws IOException {
        var asked = opened(seal);
        var network = Attempts.network(sent.request().getRemoteAddr());
        var wait = attempts.charge(Limit.HELP_BY_ADDRESS, network);
        var refused =
                wait.isPresent()
                        ? Optional.of(tooMany(wait.get(), sent))
                        : replying.take(
                                asked,
                                Optional.empty(),
                                file,
                                sent,
                                (text, documents) -> desk.replyFollowed(seal, text, documents));
        return refused.map(reply -> show(asked, seal, reply, sent.frame(), sent.model()))
                .orElseGet(() -> "redirect:" + path(seal));
    }

    /// The text comes back as it was typed: nobody writes it twice.
    private static Reply tooMany(Duration wait, Submission sent) {
        var seconds = wait.toSeconds();
        sent.response().setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        sent.response().setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        var minutes = Math.ceilDiv(seconds, 60);
        var errors = FormErrors.none().with(Reply.TEXT, "help.many", minutes);
        return new Reply(sent.form(), errors, List.of());
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
        return SafeDownload.of(documents.open(id).filter(_ -> belongs));
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
