package org.passerelle.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.kernel.Language;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The national offices of this site, and the way to the offers of each.
@Controller
public class OfficesPages {
    private final Packs packs;
    private final ServingOffice serving;

    OfficesPages(Packs packs, ServingOffice serving) {
        this.packs = packs;
        this.serving = serving;
    }

    /// @param bound whether the reader's organisation decides, so that nothing is to be chosen
    public record OfficesPage(List<OfficeLine> offices, boolean bound) {}

    /// @param countries it serves, in the reader's language
    /// @param languages it answers in, each by its own name
    /// @param path to its offers
    public record OfficeLine(
            String name,
            String countries,
            String languages,
            String currency,
            String path,
            boolean current) {}

    @GetMapping("/offices")
    String offices(Language language, HttpServletRequest request, Model model) {
        var current = serving.of(request).id();
        var offices =
                packs.installed().stream()
                        .map(pack -> line(pack.office(), language, pack.id().equals(current)))
                        .toList();
        model.addAttribute("page", new OfficesPage(offices, !serving.mayChoose(request)));
        return "portal/offices";
    }

    private static OfficeLine line(Office office, Language language, boolean current) {
        return new OfficeLine(
                office.name().in(language),
                countries(office, language),
                office.languages().stream()
                        .map(one -> one.locale().getDisplayLanguage(one.locale()))
                        .collect(Collectors.joining(", ")),
                office.currency().getCode(),
                "/catalogue?office=" + office.id().value(),
                current);
    }

    /// The countries an office serves, in a reader's language.
    public static String countries(Office office, Language language) {
        return office.countries().stream()
                .map(code -> Locale.of("", code).getDisplayCountry(language.locale()))
                .collect(Collectors.joining(", "));
    }
}
