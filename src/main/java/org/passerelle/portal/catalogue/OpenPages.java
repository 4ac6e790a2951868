package org.passerelle.portal.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.passerelle.organisation.Organisation;
import org.passerelle.portal.OpenToAll;
import org.passerelle.portal.ServingOffice;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What is left for those whom partners refuse: offers here that ask for nothing but being
/// qualified, and what everybody may have elsewhere (ELI-06, CAT-08).
@Controller
public class OpenPages {
    private final ServingOffice serving;
    private final Clock clock;

    OpenPages(ServingOffice serving, Clock clock) {
        this.serving = serving;
        this.clock = clock;
    }

    /// @param qualified whether the reader's organisation is; true where they act for none
    public record OpenPage(List<Why.Link> here, List<Elsewhere> elsewhere, boolean qualified) {}

    /// @param site the website's name, such as `www.example.org`
    public record Elsewhere(String title, String text, String website, String site) {}

    @GetMapping(OpenToAll.PATH)
    String open(HttpServletRequest request, Words words, Model model) {
        var pack = serving.of(request);
        var country =
                serving.organisation(request)
                        .map(Organisation::profile)
                        .map(profile -> profile.country())
                        .orElseGet(() -> pack.office().country());
        var today = clock.instant().atZone(pack.office().zone()).toLocalDate();
        var elsewhere =
                pack.deals().stream()
                        .map(deal ->
                                new Elsewhere(
                                        deal.title().in(words.language()),
                                        deal.text().in(words.language()),
                                        deal.website(),
                                        deal.website().replaceFirst("https?://([^/]+).*", "$1")))
                        .toList();
        var qualified =
                serving.organisation(request)
                        .filter(one -> !one.standing().isQualified(clock.instant()))
                        .isEmpty();
        var here = OpenToAll.offers(pack, country, today, words.language());
        model.addAttribute("page", new OpenPage(here, elsewhere, qualified));
        return "portal/catalogue/open";
    }
}
