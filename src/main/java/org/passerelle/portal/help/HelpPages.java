package org.passerelle.portal.help;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.help.Comment;
import org.passerelle.help.Comments;
import org.passerelle.help.HelpCentre;
import org.passerelle.help.HelpCentre.Article;
import org.passerelle.help.HelpCentre.Entry;
import org.passerelle.help.HelpCentre.Subject;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Pack;
import org.passerelle.portal.Markdown;
import org.passerelle.portal.ServingOffice;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// The help centre: contents by subject, search, articles and what readers say under them (HLP-01,
/// HLP-03).
@Controller
public class HelpPages {
    /// Where it lies; an article's word follows.
    public static final String PATH = "/help";

    private static final String ARTICLE = "portal/help/article";
    private static final int LONGEST_QUESTION = 200;

    private final HelpCentre centre;
    private final Comments comments;
    private final ServingOffice serving;

    HelpPages(HelpCentre centre, Comments comments, ServingOffice serving) {
        this.centre = centre;
        this.comments = comments;
        this.serving = serving;
    }

    /// @param question what was looked for; empty where the contents are shown
    public record CentrePage(String question, List<Entry> found, List<Subject> subjects) {}

    /// @param comments that all see; `waiting` are the reader's own, seen by nobody else yet
    public record ArticlePage(
            Article article,
            String html,
            List<CommentView> comments,
            List<CommentView> waiting,
            Form form,
            FormErrors errors) {}

    /// @param language of the text
    public record CommentView(String author, String day, String text, Language language) {}

    @GetMapping(PATH)
    String contents(Form form, Frame frame, HttpServletRequest request, Model model) {
        var pack = serving.of(request);
        var typed = form.trimmed("q");
        var question = typed.substring(0, Math.min(typed.length(), LONGEST_QUESTION));
        model.addAttribute(
                "page",
                new CentrePage(
                        question,
                        centre.search(pack, question, frame.language()),
                        centre.contents(pack, frame.language())));
        return "portal/help/centre";
    }

    @GetMapping(PATH + "/{id}")
    String article(
            @PathVariable String id,
            @AuthenticationPrincipal @Nullable SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var reader = Optional.ofNullable(who);
        var pack = serving.of(request);
        model.addAttribute("page", page(pack, id, reader, frame, Form.empty(), FormErrors.none()));
        return ARTICLE;
    }

    private ArticlePage page(
            Pack pack,
            String id,
            Optional<SignedIn> reader,
            Frame frame,
            Form form,
            FormErrors errors) {
        var article =
                centre.article(pack, id, frame.language())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ArticlePage(
                article,
                Markdown.html(article.language(), article.markdown(), 0),
                views(comments.shown(pack.id(), id), pack, frame),
                reader.map(who -> views(comments.waiting(pack.id(), id, who.id()), pack, frame))
                        .orElse(List.of()),
                form,
                errors);
    }

    private static List<CommentView> views(List<Comment> comments, Pack pack, Frame frame) {
        var zone = pack.office().zone();
        return comments.stream()
                .map(one ->
                        new CommentView(
                                one.author(),
                                frame.words().date(one.writtenAt().atZone(zone).toLocalDate()),
                                one.text(),
                                one.language()))
                .toList();
    }

    @PostMapping(PATH + "/{id}/comments")
    String comment(
            @PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var pack = serving.of(sent.request());
        return switch (comments.write(who.person(), pack.id(), id, sent.form().value("comment"))) {
            case WAITS -> sent.done(PATH + "/" + id, "help.comment.waits");
            case EMPTY -> again(pack, id, who, sent, "help.comment.empty");
            case TOO_LONG -> again(pack, id, who, sent, "help.comment.long", Comments.LONGEST);
            case TOO_MANY -> again(pack, id, who, sent, "help.comment.many");
            case NO_SUCH_ARTICLE -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String again(
            Pack pack, String id, SignedIn who, Submission sent, String key, Object... arguments) {
        sent.refuse();
        var errors = FormErrors.none().with("comment", key, arguments);
        var page = page(pack, id, Optional.of(who), sent.frame(), sent.form(), errors);
        sent.model().addAttribute("page", page);
        return ARTICLE;
    }
}
