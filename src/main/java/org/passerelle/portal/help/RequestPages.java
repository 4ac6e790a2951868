package org.passerelle.portal.help;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.Document;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.help.AskOutcome;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.help.HelpRequest.Asker;
import org.passerelle.identity.Attempts;
import org.passerelle.identity.Limit;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Membership;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.portal.Acting;
import org.passerelle.portal.Uploads;
import org.passerelle.portal.help.RequestPage.Reply;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.SafeDownload;
import org.passerelle.ui.Submission;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What people ask the office for: the list of kinds, a form for each, and what became of it
/// (HLP-02). Some kinds are for members, some for anybody.
@Controller
class RequestPages {
    static final String PATH = "/requests";
    static final String MINE = "/account/requests";

    private final HelpDesk desk;
    private final Packs packs;
    private final Documents documents;
    private final Uploads uploads;
    private final Attempts attempts;
    private final Acting acting;
    private final Replying replying;
    private final RequestViews views;

    RequestPages(
            HelpDesk desk,
            Packs packs,
            Documents documents,
            Uploads uploads,
            Attempts attempts,
            Acting acting,
            Replying replying,
            RequestViews views) {
        this.desk = desk;
        this.packs = packs;
        this.documents = documents;
        this.uploads = uploads;
        this.attempts = attempts;
        this.acting = acting;
        this.replying = replying;
        this.views = views;
    }

    @GetMapping(PATH)
    String list(
            @AuthenticationPrincipal @Nullable SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var mine =
                who == null
                        ? List.<HelpRequest>of()
                        : desk.of(who.id(), organisation(who, request));
        model.addAttribute("page", views.list(office(frame), mine, frame));
        return "portal/help/requests";
    }

    @GetMapping(PATH + "/{kind}")
    String form(
            @PathVariable String kind,
            @AuthenticationPrincipal @Nullable SignedIn who,
            Form typed,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var known = known(kind, frame);
        if (needsMember(known, who, request)) {
            return who == null
                    ? "redirect:/sign-in?continue=" + PATH + "/" + kind
                    : "redirect:/organisation";
        }
        return show(known, typed, FormErrors.none(), List.of(), who, frame, request, model);
    }

    @PostMapping(PATH + "/{kind}")
    String send(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @AuthenticationPrincipal @Nullable SignedIn who,
            Form form,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        var known = known(kind, frame);
        if (needsMember(known, who, request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var network = Attempts.network(request.getRemoteAddr());
        var wait =
                who == null
                        ? attempts.charge(Limit.HELP_BY_ADDRESS, network)
                        : Optional.<Duration>empty();
        if (wait.isPresent()) {
            // The form comes back as it was typed: nobody writes it twice.
            var seconds = wait.get().toSeconds();
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            var many =
                    FormErrors.none().with(HelpDesk.NAME, "help.many", Math.ceilDiv(seconds, 60));
            return show(known, form, many, List.of(), who, frame, request, model);
        }
        var bounds = packs.get(office(frame)).office().documents();
        var by = Optional.ofNullable(who).map(SignedIn::id);
        var brought = uploads.take(by, form, file == null ? List.of() : file, bounds);
        var typed = new LinkedHashMap<String, String>();
        known.fields().keySet().forEach(field -> typed.put(field, form.value(field)));
        var asker = asker(who, form, frame, request);
        var errors = brought.errors();
        if (errors.any()) {
            var faults = desk.faults(known, asker, typed);
            errors = RequestViews.errors(faults, known, frame.words()).and(errors);
        } else {
            switch (desk.ask(office(frame), kind, asker, typed, brought.ids())) {
                case AskOutcome.Asked(var number) -> {
                    var said = who == null ? "help.asked.visitor" : "help.asked";
                    Notice.ok(frame.word(said, "" + number, asker.email())).showAfter(redirect);
                    return "redirect:" + (who == null ? PATH : MINE + "/" + number);
                }
                case AskOutcome.NotTaken(var faults) ->
                        errors = RequestViews.errors(faults, known, frame.words());
                case AskOutcome.NoSuchForm() ->
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(known, form, errors, brought.documents(), who, frame, request, model);
    }

    private Asker asker(
            @Nullable SignedIn who, Form form, Frame frame, HttpServletRequest request) {
        return who == null
                ? new Asker(
                        Optional.empty(),
                        Optional.empty(),
                        form.trimmed(HelpDesk.NAME),
                        form.trimmed(HelpDesk.EMAIL),
                        frame.language())
                : new Asker(
                        Optional.of(who.id()),
                        organisation(who, request),
                        who.person().name(),
                        who.person().email(),
                        who.language());
    }

    private String show(
            RequestKind kind,
            Form form,
            FormErrors errors,
            List<Document> there,
            @Nullable SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var organisation =
                who == null ? Optional.<OrganisationId>empty() : organisation(who, request);
        model.addAttribute(
                "page", views.form(kind, form, errors, there, who == null, organisation, frame));
        return "portal/help/request-new";
    }

    @GetMapping(MINE + "/{number}")
    String one(
            @PathVariable long number,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        return show(mine(number, who, request), Reply.blank(), frame, model);
    }

    private String show(HelpRequest asked, Reply reply, Frame frame, Model model) {
        model.addAttribute("page", views.one(asked, desk.closes(asked), frame).with(reply));
        return "portal/help/request";
    }

    @PostMapping(MINE + "/{number}/reply")
    String reply(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn who,
            Submission sent)
            throws IOException {
        var asked = mine(number, who, sent.request());
        var refused =
                replying.take(
                        asked,
                        Optional.of(who.id()),
                        file,
                        sent,
                        (text, brought) -> desk.reply(who.actor(), number, text, brought));
        return refused.map(reply -> show(asked, reply, sent.frame(), sent.model()))
                .orElseGet(() -> "redirect:" + MINE + "/" + number);
    }

    @PostMapping(MINE + "/{number}/close")
    String close(
            @PathVariable long number,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        mine(number, who, request);
        desk.close(who.actor(), number);
        return "redirect:" + MINE + "/" + number;
    }

    @GetMapping(MINE + "/{number}/documents/{id}")
    ResponseEntity<Resource> document(
            @PathVariable long number,
            @PathVariable DocumentId id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        var belongs = mine(number, who, request).documents().contains(id);
        return SafeDownload.of(documents.open(id).filter(_ -> belongs));
    }

    /// Somebody else's request is as unknown as one that never was.
    private HelpRequest mine(long number, SignedIn who, HttpServletRequest request) {
        var organisation = organisation(who, request);
        return desk.find(number)
                .filter(one ->
                        one.asker().person().equals(Optional.of(who.id()))
                                || organisation.isPresent()
                                        && one.asker().organisation().equals(organisation))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RequestKind known(String kind, Frame frame) {
        return packs.get(office(frame))
                .request(kind)
                .filter(one -> one.doneBy().isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean needsMember(
            RequestKind kind, @Nullable SignedIn who, HttpServletRequest request) {
        return kind.from() == RequestKind.Asker.MEMBER
                && (who == null || organisation(who, request).isEmpty());
    }

    private Optional<OrganisationId> organisation(SignedIn who, HttpServletRequest request) {
        return acting.of(who, request).map(Membership::organisation);
    }

    private static OfficeId office(Frame frame) {
        return OfficeId.of(frame.office().id());
    }
}
