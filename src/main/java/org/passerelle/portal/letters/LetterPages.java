package org.passerelle.portal.letters;

import java.util.List;
import java.util.Optional;
import org.passerelle.catalogue.ProductAlert;
import org.passerelle.catalogue.ProductAlertId;
import org.passerelle.catalogue.ProductAlerts;
import org.passerelle.identity.SignedIn;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.ui.Submission;
import org.passerelle.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What a person chooses to be written: news, and what they want to hear is back (NOT-03, CAT-05).
@Controller
public class LetterPages {
    private static final String PATH = "/account/letters";

    /// Alerts are chosen one by one; these as a whole.
    private static final List<Mailing> NEWS = List.of(Mailing.ELIGIBILITY, Mailing.NEW_PARTNERS);

    private final Mailings mailings;
    private final ProductAlerts alerts;
    private final Organisations organisations;
    private final Packs packs;

    LetterPages(Mailings mailings, ProductAlerts alerts, Organisations organisations, Packs packs) {
        this.mailings = mailings;
        this.alerts = alerts;
        this.organisations = organisations;
        this.packs = packs;
    }

    public record LettersPage(List<News> news, List<AlertRow> alerts) {}

    /// @param code also the name of its box
    public record News(String code, boolean isWanted) {}

    /// @param href empty when the offer is no longer in the catalogue
    public record AlertRow(
            String id,
            String title,
            Optional<String> href,
            String organisation,
            String asked,
            Optional<String> told) {}

    @GetMapping(PATH)
    String choices(@AuthenticationPrincipal SignedIn who, Words words, Model model) {
        var news =
                NEWS.stream()
                        .map(one -> new News(one.code(), mailings.isWanted(who.id(), one)))
                        .toList();
        var rows = alerts.of(who.id()).stream().map(alert -> row(alert, words)).toList();
        model.addAttribute("page", new LettersPage(news, rows));
        return "portal/letters/choices";
    }

    private AlertRow row(ProductAlert alert, Words words) {
        var pack = packs.get(alert.office());
        var offer = pack.offer(alert.offer());
        var zone = pack.office().zone();
        return new AlertRow(
                alert.id().toString(),
                offer.map(one -> one.title().in(words.language())).orElse(alert.offer().value()),
                offer.map(one -> "/offers/" + one.id()),
                organisations.get(alert.organisation()).name(),
                words.dateTime(alert.askedAt(), zone),
                alert.toldAt().map(at -> words.dateTime(at, zone)));
    }

    @PostMapping(PATH)
    String choose(@AuthenticationPrincipal SignedIn who, Submission sent) {
        for (var mailing : NEWS) {
            var wanted = sent.form().has("news", mailing.code());
            if (wanted != mailings.isWanted(who.id(), mailing)) {
                mailings.choose(who.id(), mailing, wanted);
            }
        }
        return sent.done(PATH, "letters.chosen");
    }

    @PostMapping(PATH + "/alerts/{id}/remove")
    String remove(
            @PathVariable ProductAlertId id,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        return alerts.remove(who.id(), id)
                ? sent.done(PATH, "letters.alert.removed")
                : "redirect:" + PATH;
    }
}
