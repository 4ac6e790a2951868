package org.passerelle.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.organisation.Field.Step;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Office.LegalForm;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.words.Words;

/// What an organisation declared, in a reader's words: for whoever shows it, to its members or to
/// staff.
public final class Declared {
    private final Pack pack;
    private final Office office;
    private final Words words;
    private final Draft typed;

    /// One line; a line break in the value stays one.
    ///
    /// @param language of the value where the office does not say it in the reader's
    public record Line(String name, String value, Optional<Language> language) {
        Line(String name, String value) {
            this(name, value, Optional.empty());
        }
    }

    public Declared(Pack pack, Words words) {
        this(pack, words, Draft.empty());
    }

    /// @param typed of the registration: what was answered with "none of these" stands only there
    public Declared(Pack pack, Words words, Draft typed) {
        this.typed = typed;
        this.pack = pack;
        this.office = pack.office();
        this.words = words;
    }

    /// Everything, in the order of the form; what was not given is left out.
    public List<Line> all(Profile profile) {
        return Stream.of(Step.values()).flatMap(step -> of(step, profile).stream()).toList();
    }

    /// What one step of the form holds.
    public List<Line> of(Step step, Profile profile) {
        return switch (step) {
            case IDENTITY -> identity(profile);
            case IDENTIFIERS -> numbers(profile);
            case ADDRESS -> contact(profile);
            case ACTIVITY -> activity(profile);
            case EVIDENCE, REVIEW -> List.of();
        };
    }

    /// What a region is called; what an office without a list of regions was told stays as typed.
    public String region(String code) {
        return office.region(code).map(known -> known.name().in(words.language())).orElse(code);
    }

    private List<Line> identity(Profile profile) {
        var lines = new Lines();
        lines.add(Field.LEGAL_NAME, profile.legalName());
        lines.add(Field.OTHER_NAMES, String.join(", ", profile.otherNames()));
        profile.form()
                .ifPresent(id -> {
                    var form = Optional.ofNullable(office.forms().get(id));
                    lines.add(Field.FORM, form(id), form.map(LegalForm::name).stream());
                });
        lines.terms(Field.STATUSES, profile.statuses(), office.statuses());
        return lines.list;
    }

    private List<Line> numbers(Profile profile) {
        var branch =
                profile.branchOf().stream()
                        .map(parent ->
                                new Line(words.get("organisation.branch-of"), parent(parent)));
        var own =
                profile.identifiers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(office.ownIdentifiersFirst()))
                        .map(one ->
                                new Line(
                                        words.get("organisation.scheme." + one.getKey()),
                                        one.getValue()));
        return Stream.concat(branch, own).toList();
    }

    private static String parent(Profile.Parent parent) {
        return parent.name() + parent.number().map(number -> "\n" + number.number()).orElse("");
    }

    private List<Line> contact(Profile profile) {
        var lines = new Lines();
        profile.address()
                .ifPresent(address ->
                        lines.list.add(
                                new Line(
                                        words.get("organisation.step.address"),
                                        address.street() + "\n" + address.place())));
        profile.officialEmail().ifPresent(email -> lines.add(Field.OFFICIAL_EMAIL, email));
        profile.phone().ifPresent(phone -> lines.add(Field.PHONE, phone));
        profile.website().ifPresent(site -> lines.add(Field.WEBSITE, site));
        return lines.list;
    }

    private List<Line> activity(Profile profile) {
        var lines = new Lines();
        profile.mission().ifPresent(mission -> lines.add(Field.MISSION, mission));
        profile.mainActivity()
                .ifPresent(code -> {
                    var node = pack.activities().find(code).map(Activities.Node::name);
                    lines.add(Field.MAIN_ACTIVITY, activity(code), node.stream());
                });
        lines.terms(Field.PURPOSES, profile.purposes(), office.purposes());
        if (profile.purposes().isEmpty()
                && typed.all(Field.PURPOSES.code()).equals(List.of(Field.NONE))) {
            lines.add(Field.PURPOSES, words.get("organisation.purposes.none"));
        }
        lines.terms(Field.DESIGNATIONS, profile.designations(), office.designations());
        lines.terms(Field.ATTESTED, profile.attested(), office.attestations());
        profile.budget()
                .ifPresent(budget ->
                        lines.list.add(
                                new Line(
                                        words.get("organisation.budget-of", "" + budget.year()),
                                        words.roundMoney(budget.amount()))));
        profile.staff().ifPresent(staff -> lines.add(Field.STAFF, words.number(staff)));
        lines.add(
                Field.PRIOR_PARTNER,
                profile.priorPurchases().stream()
                        .map(one -> partner(one.partner()) + ", " + words.date(one.on()))
                        .collect(Collectors.joining("\n")));
        return lines.list;
    }

    public String form(String id) {
        var form = office.forms().get(id);
        return form == null ? id : form.name().in(words.language());
    }

    public String activity(String code) {
        return pack.activities()
                .find(code)
                .map(Activities.Node::name)
                .map(name -> name.in(words.language()))
                .orElse(code);
    }

    private String partner(String id) {
        return pack.partner(PartnerId.of(id)).map(one -> one.name()).orElse(id);
    }

    private String terms(Collection<String> ids, Map<String, Office.Term> terms) {
        return ids.stream()
                .map(id -> {
                    var term = terms.get(id);
                    return term == null ? id : term.name().in(words.language());
                })
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /// Lines in order, blank ones left out.
    private final class Lines {
        private final List<Line> list = new ArrayList<>();

        void add(Field field, String value) {
            add(field, value, Stream.of());
        }

        /// @param said what the office calls it
        void add(Field field, String value, Stream<Localised> said) {
            if (!value.isBlank()) {
                var name = words.get("organisation.field." + field.code());
                list.add(new Line(name, value, words.elsewhere(said)));
            }
        }

        void terms(Field field, Collection<String> ids, Map<String, Office.Term> known) {
            var said = ids.stream().flatMap(id -> Stream.ofNullable(known.get(id)));
            add(field, Declared.this.terms(ids, known), said.map(Office.Term::name));
        }
    }
}
