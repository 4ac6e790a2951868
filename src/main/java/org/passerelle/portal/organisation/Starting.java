package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.kernel.Language;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.portal.OfficesPages;
import org.passerelle.portal.ServingOffice;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// How a registration begins: the country of the organisation decides the office (ORG-01).
@Component
class Starting {
    static final String TEMPLATE = "portal/organisation/start";
    static final String COUNTRY = "country";

    private final Packs packs;
    private final ServingOffice serving;

    Starting(Packs packs, ServingOffice serving) {
        this.packs = packs;
        this.serving = serving;
    }

    /// Asks for the country, with that of the office at hand chosen beforehand.
    StartPage page(Frame frame, HttpServletRequest request) {
        var country = serving.of(request).office().country();
        return new StartPage(
                Form.empty().with(COUNTRY, country),
                FormErrors.none(),
                countries(frame.words()),
                List.of());
    }

    /// The office for the country that was chosen. A post that says nothing of a country means the
    /// one that the page would have offered.
    Optional<Pack> officeFor(Form typed, HttpServletRequest request) {
        var country = typed.trimmed(COUNTRY).toUpperCase(Locale.ROOT);
        return country.isEmpty() ? Optional.of(serving.of(request)) : packs.forCountry(country);
    }

    /// Says that no office serves the country, and which offices there are.
    StartPage refused(Form typed, Frame frame) {
        var words = frame.words();
        var offices =
                packs.installed().stream()
                        .map(pack ->
                                words.get(
                                        "organisation.start.office",
                                        pack.office().name(),
                                        OfficesPages.countries(pack.office(), words.language())))
                        .collect(Collectors.joining(" · "));
        var errors =
                FormErrors.none()
                        .with(
                                COUNTRY,
                                "organisation.start.no-office",
                                name(typed.trimmed(COUNTRY), words.language()),
                                offices);
        return new StartPage(typed, errors, countries(words), List.of());
    }

    /// Countries that an office serves, then all others: nobody has to guess why theirs is missing.
    private List<Option> countries(Words words) {
        var byName =
                Comparator.comparing(
                        Option::label, Collator.getInstance(words.language().locale()));
        var served =
                packs.installed().stream()
                        .flatMap(pack -> pack.office().countries().stream())
                        .distinct()
                        .toList();
        var options = new ArrayList<Option>();
        served.stream()
                .map(code -> option(code, words, "organisation.start.served"))
                .sorted(byName)
                .forEach(options::add);
        Arrays.stream(Locale.getISOCountries())
                .filter(code -> !served.contains(code))
                .map(code -> option(code, words, "organisation.start.others"))
                .sorted(byName)
                .forEach(options::add);
        return options;
    }

    private static Option option(String code, Words words, String heading) {
        return Option.of(code, name(code, words.language())).in(words.get(heading));
    }

    private static String name(String code, Language language) {
        return code.matches("[A-Za-z]{2}")
                ? Locale.of("", code).getDisplayCountry(language.locale())
                : code;
    }
}
