package org.passerelle.backoffice.help;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.help.Comment;
import org.passerelle.help.Comment.State;
import org.passerelle.help.CommentId;
import org.passerelle.help.Comments;
import org.passerelle.help.HelpCentre;
import org.passerelle.identity.People;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Pager;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// Staff reads what was written under articles of its office, and shows it or says why not
/// (HLP-03).
@Controller
@RequestMapping(CommentPages.PATH)
@PreAuthorize("hasAnyRole('SUPPORT', 'PROGRAMME_MANAGER', 'ADMINISTRATOR')")
public class CommentPages {
    static final String PATH = "/staff/comments";

    private static final int SHOWN = 25;

    private final Comments comments;
    private final HelpCentre centre;
    private final People people;
    private final Packs packs;

    CommentPages(Comments comments, HelpCentre centre, People people, Packs packs) {
        this.comments = comments;
        this.centre = centre;
        this.people = people;
        this.packs = packs;
    }

    public record CommentsPage(List<Tab> tabs, List<Row> rows, Optional<Pager> pager) {}

    /// One state, with how many are in it.
    public record Tab(String href, String text, boolean isHere) {}

    /// @param author full name and address, or the first name of one who left
    /// @param decided by whom and when; empty while it waits
    public record Row(
            String id,
            String article,
            String href,
            String author,
            String day,
            String language,
            String text,
            State state,
            Optional<String> decided,
            Optional<String> reason) {}

    @GetMapping
    String list(Form form, Frame frame, Model model) {
        var pack = packs.get(StaffOffice.of(frame));
        var state = state(form);
        var paging = Paging.of(form, SHOWN);
        var rows =
                comments.list(pack.id(), state, paging.from(), SHOWN).stream()
                        .map(one -> row(one, pack, frame))
                        .toList();
        var pager = paging.pager(frame, comments.count(pack.id(), state));
        model.addAttribute("page", new CommentsPage(tabs(state, pack, frame), rows, pager));
        return "backoffice/help/comments";
    }

    private static State state(Form form) {
        return Stream.of(State.values())
                .filter(one -> word(one).equals(form.value("state")))
                .findFirst()
                .orElse(State.WAITING);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private List<Tab> tabs(State here, Pack pack, Frame frame) {
        return Stream.of(State.values())
                .map(one ->
                        new Tab(
                                PATH + "?state=" + word(one),
                                frame.word(
                                        "help.staff.comments." + word(one),
                                        comments.count(pack.id(), one)),
                                one == here))
                .toList();
    }

    private Row row(Comment one, Pack pack, Frame frame) {
        var zone = pack.office().zone();
        var words = frame.words();
        return new Row(
                one.id().toString(),
                centre.article(pack, one.article(), frame.language())
                        .map(article -> article.entry().title())
                        .orElse(one.article()),
                "/help/" + one.article(),
                people.find(one.person())
                        .map(author -> author.name() + " <" + author.email() + ">")
                        .orElse(one.author()),
                words.dateTime(one.writtenAt(), zone),
                one.language().code(),
                one.text(),
                one.state(),
                one.decision()
                        .map(made ->
                                words.get(
                                        "help.staff.comments.decided",
                                        made.by().name(),
                                        words.dateTime(made.at(), zone))),
                one.decision().flatMap(Comment.Decision::reason));
    }

    @PostMapping("/{id}/show")
    String show(
            @PathVariable CommentId id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        found(comments.show(staff(who), StaffOffice.of(sent.frame()), id));
        return sent.done(PATH, "help.staff.comments.was-shown");
    }

    @PostMapping("/{id}/refuse")
    String refuse(
            @PathVariable CommentId id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        found(comments.find(id).isPresent());
        var reason = sent.form().trimmed("reason");
        if (reason.isEmpty() || reason.length() > Comments.LONGEST_REASON) {
            var said = "help.staff.comments.reason.empty";
            return sent.lead(PATH, Notice.bad(sent.frame().word(said, Comments.LONGEST_REASON)));
        }
        found(comments.refuse(staff(who), StaffOffice.of(sent.frame()), id, reason));
        return sent.done(PATH, "help.staff.comments.was-refused");
    }

    private static void found(boolean isThere) {
        if (!isThere) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Actor.Staff staff(SignedIn who) {
        if (who.actor() instanceof Actor.Staff staff) {
            return staff;
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
