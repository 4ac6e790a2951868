package org.passerelle.portal.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Field.Step;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Profile;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.portal.organisation.RegistrationPage.Summary;
import org.passerelle.ui.Fact;
import org.passerelle.words.Words;

/// What an organisation declared, to be read again, step by step.
public final class RegistrationSummary {
    private final Pack pack;
    private final Office office;
    private final Words words;

    public RegistrationSummary(Pack pack, Words words) {
        this.pack = pack;
        this.office = pack.office();
        this.words = words;
    }

    /// All steps with what they hold; a field with nothing in it is left out.
    List<Summary> of(Organisation organisation, Draft draft) {
        var profile = organisation.profile();
        return List.of(
                summary(Step.IDENTITY, identity(profile)),
                summary(Step.IDENTIFIERS, numbers(profile)),
                summary(Step.ADDRESS, contact(profile)),
                summary(Step.ACTIVITY, activity(profile)));
    }

    private Summary summary(Step step, List<Fact> facts) {
        return new Summary(
                words.get("organisation.step." + step.code()),
                RegistrationViews.PATH + step.code(),
                facts);
    }

    /// The same facts in one list, for pages that show the organisation.
    public List<Fact> all(Profile profile) {
        var facts = new ArrayList<Fact>(identity(profile));
        facts.addAll(numbers(profile));
        facts.addAll(contact(profile));
        facts.addAll(activity(profile));
        return facts;
    }

    private List<Fact> identity(Profile profile) {
        var facts = new Facts();
        facts.add(Field.LEGAL_NAME, profile.legalName());
        facts.add(Field.OTHER_NAMES, String.join(", ", profile.otherNames()));
        profile.form().ifPresent(form -> facts.add(Field.FORM, form(form)));
        facts.add(Field.STATUSES, terms(profile.statuses(), office.statuses()));
        return facts.list;
    }

    private List<Fact> numbers(Profile profile) {
        return profile.identifiers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one ->
                        Fact.of(words.get("organisation.scheme." + one.getKey()), one.getValue()))
                .toList();
    }

    private List<Fact> contact(Profile profile) {
        var facts = new Facts();
        profile.address()
                .ifPresent(address ->
                        facts.list.add(
                                Fact.of(
                                        words.get("organisation.step.address"),
                                        address.street()
                                                + "\n"
                                                + address.postalCode()
                                                + " "
                                                + address.town())));
        profile.officialEmail().ifPresent(email -> facts.add(Field.OFFICIAL_EMAIL, email));
        profile.phone().ifPresent(phone -> facts.add(Field.PHONE, phone));
        profile.website().ifPresent(site -> facts.add(Field.WEBSITE, site));
        return facts.list;
    }

    private List<Fact> activity(Profile profile) {
        var facts = new Facts();
        profile.mission().ifPresent(mission -> facts.add(Field.MISSION, mission));
        profile.mainActivity().ifPresent(code -> facts.add(Field.MAIN_ACTIVITY, activity(code)));
        facts.add(Field.PURPOSES, terms(profile.purposes(), office.purposes()));
        facts.add(Field.DESIGNATIONS, terms(profile.designations(), office.designations()));
        facts.add(Field.ATTESTED, terms(profile.attested(), office.attestations()));
        profile.budget()
                .ifPresent(budget ->
                        facts.list.add(
                                Fact.of(
                                        words.get("organisation.budget-of", "" + budget.year()),
                                        words.roundMoney(budget.amount()))));
        profile.staff().ifPresent(staff -> facts.add(Field.STAFF, words.number(staff)));
        facts.add(
                Field.PRIOR_PARTNER,
                profile.priorPurchases().stream()
                        .map(one -> partner(one.partner()) + ", " + words.date(one.on()))
                        .collect(Collectors.joining("\n")));
        return facts.list;
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

    /// Facts in order, blank ones left out.
    private final class Facts {
        private final List<Fact> list = new ArrayList<>();

        void add(Field field, String value) {
            if (!value.isBlank()) {
                list.add(Fact.of(words.get("organisation.field." + field.code()), value));
            }
        }
    }
}
