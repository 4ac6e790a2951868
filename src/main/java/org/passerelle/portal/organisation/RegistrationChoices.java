package org.passerelle.portal.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.ui.Form;
import org.passerelle.ui.Option;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;

/// The choices of a registration's fields, from the pack, in the reader's language.
final class RegistrationChoices {
    private final Pack pack;
    private final Office office;
    private final Words words;
    private final Language language;

    /// The office's language where it does not speak the reader's.
    private final @Nullable String elsewhere;

    RegistrationChoices(Pack pack, Words words) {
        this.pack = pack;
        this.office = pack.office();
        this.words = words;
        this.language = words.language();
        var spoken = office.languages();
        this.elsewhere = spoken.contains(language) ? null : spoken.getFirst().code();
    }

    Map<String, List<Option>> of(Field.Step step, Draft draft) {
        var options = new LinkedHashMap<String, List<Option>>();
        switch (step) {
            case IDENTITY -> {
                options.put(Field.COUNTRY.code(), countries());
                options.put(Field.FORM.code(), forms(draft));
                options.put(Field.STATUSES.code(), statuses());
                options.put(Field.LANGUAGE.code(), languages());
            }
            case ACTIVITY -> {
                options.put(Field.MAIN_ACTIVITY.code(), activities());
                options.put(Field.PURPOSES.code(), purposes());
                options.put(Field.DESIGNATIONS.code(), terms(office.designations().values()));
                options.put(Field.ATTESTED.code(), terms(office.attestations().values()));
                options.put(Field.BUDGET_CURRENCY.code(), currencies());
                options.put(Field.PRIOR_PARTNER.code(), partners());
            }
            case ADDRESS -> options.put(Field.REGION.code(), regions());
            case IDENTIFIERS, EVIDENCE, REVIEW -> {}
        }
        return options;
    }

    private List<Option> countries() {
        return office.countries().stream().map(code -> Option.of(code, country(code))).toList();
    }

    String country(String code) {
        return Locale.of("", code).getDisplayCountry(language.locale());
    }

    /// Empty for an office whose addresses need none.
    List<Option> regions() {
        return office.regions().stream()
                .map(region ->
                        spoken(Option.of(region.code(), region.name().in(language)), region.name()))
                .toList();
    }

    /// Forms of the chosen country; those that cannot be qualified stand last and say so.
    private List<Option> forms(Draft draft) {
        var typed = draft.one(Field.COUNTRY.code());
        var country = office.countries().contains(typed) ? typed : office.country();
        var accepted = words.get("organisation.forms.accepted");
        var others = words.get("organisation.forms.others");
        var forms =
                office.forms().values().stream()
                        .filter(form -> form.country().equals(country))
                        .toList();
        return Stream.of(true, false)
                .flatMap(may ->
                        forms.stream()
                                .filter(form -> form.mayQualify() == may)
                                .map(form ->
                                        Option.of(form.id(), form.name().in(language))
                                                .spoken(elsewhere)
                                                .in(may ? accepted : others)))
                .toList();
    }

    /// Only statuses that some form does not bring by itself can be declared beside it.
    private List<Option> statuses() {
        return terms(office.statuses().values());
    }

    /// The languages of our letters, the office's own first: in the others what the office itself
    /// says stays in its language.
    private List<Option> languages() {
        return Stream.concat(office.languages().stream(), WordBook.LANGUAGES.stream())
                .distinct()
                .map(one ->
                        Option.of(one.code(), words.get("ui.language." + one.code()))
                                .spoken(one.code()))
                .toList();
    }

    private List<Option> activities() {
        var options = new ArrayList<Option>();
        var children = pack.activities().byParent();
        for (var root : children.getOrDefault("", List.of())) {
            var heading = root.name().in(language);
            options.add(spoken(Option.of(root.code(), heading), root.name()).in(heading));
            addBelow(options, children, root, heading);
        }
        return options;
    }

    private void addBelow(
            List<Option> options,
            Map<String, List<Activities.Node>> children,
            Activities.Node above,
            String heading) {
        for (var node : children.getOrDefault(above.code(), List.of())) {
            var option = Option.of(node.code(), node.name().in(language));
            options.add(spoken(option, node.name()).in(heading));
            addBelow(options, children, node, heading);
        }
    }

    /// Regions and activities may be in more languages than the rest of what the office says.
    private Option spoken(Option option, Localised name) {
        var elsewhere = words.elsewhere(Stream.of(name));
        return option.spoken(elsewhere.map(Language::code).orElse(null));
    }

    private List<Option> purposes() {
        if (office.purposes().isEmpty()) {
            return List.of();
        }
        var options = new ArrayList<>(terms(office.purposes().values()));
        options.add(Option.of(Field.NONE, words.get("organisation.purposes.none")));
        return options;
    }

    private List<Option> terms(Collection<Office.Term> terms) {
        return terms.stream()
                .map(term ->
                        term.explanation()
                                .map(more ->
                                        Option.of(
                                                term.id(),
                                                term.name().in(language),
                                                more.in(language)))
                                .orElseGet(() -> Option.of(term.id(), term.name().in(language))))
                .map(option -> option.spoken(elsewhere))
                .toList();
    }

    private List<Option> currencies() {
        return Stream.of(office.currency().getCode(), "EUR", "USD", "GBP", "CHF", "CAD")
                .distinct()
                .map(code -> Option.of(code, code))
                .toList();
    }

    /// How many rows of purchases were filled in, in part or whole: those left blank do not add up.
    static int purchases(Form form) {
        return Math.max(
                filled(form.all(Field.PRIOR_PARTNER.code())),
                filled(form.all(Field.PRIOR_DATE.code())));
    }

    private static int filled(List<String> texts) {
        var last = texts.size();
        while (last > 0 && texts.get(last - 1).isBlank()) {
            last--;
        }
        return last;
    }

    private List<Option> partners() {
        return pack.partners().values().stream()
                .map(partner -> Option.of(partner.id().value(), partner.name()))
                .toList();
    }
}
