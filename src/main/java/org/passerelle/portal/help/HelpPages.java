package org.passerelle.portal.help;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.passerelle.help.HelpCentre;
import org.passerelle.help.HelpCentre.Article;
import org.passerelle.help.HelpCentre.Entry;
import org.passerelle.help.HelpCentre.Subject;
import org.passerelle.portal.Markdown;
import org.passerelle.portal.ServingOffice;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The help centre: contents by subject, search, articles (HLP-01).
@Controller
public class HelpPages {
    /// Where it lies; an article's word follows.
    public static final String PATH = "/help";

    private static final int LONGEST_QUESTION = 200;

    private final HelpCentre centre;
    private final ServingOffice serving;

    HelpPages(HelpCentre centre, ServingOffice serving) {
        this.centre = centre;
        this.serving = serving;
    }

    /// @param question what was looked for; empty where the contents are shown
    public record CentrePage(String question, List<Entry> found, List<Subject> subjects) {}

    public record ArticlePage(Article article, String html) {}

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
    String article(@PathVariable String id, Frame frame, HttpServletRequest request, Model model) {
        var article =
                centre.article(serving.of(request), id, frame.language())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", new ArticlePage(article, Markdown.html(article.markdown(), 0)));
        return "portal/help/article";
    }
}
