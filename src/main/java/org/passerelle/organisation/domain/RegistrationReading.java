package org.passerelle.organisation.domain;

import static org.passerelle.organisation.Field.ACTIVITIES;
import static org.passerelle.organisation.Field.ATTESTED;
import static org.passerelle.organisation.Field.BUDGET_AMOUNT;
import static org.passerelle.organisation.Field.BUDGET_CURRENCY;
import static org.passerelle.organisation.Field.BUDGET_YEAR;
import static org.passerelle.organisation.Field.COUNTRY;
import static org.passerelle.organisation.Field.DESIGNATIONS;
import static org.passerelle.organisation.Field.FORM;
import static org.passerelle.organisation.Field.LANGUAGE;
import static org.passerelle.organisation.Field.LEGAL_NAME;
import static org.passerelle.organisation.Field.MAIN_ACTIVITY;
import static org.passerelle.organisation.Field.MISSION;
import static org.passerelle.organisation.Field.OFFICIAL_EMAIL;
import static org.passerelle.organisation.Field.OTHER_NAMES;
import static org.passerelle.organisation.Field.PARENT_NAME;
import static org.passerelle.organisation.Field.PARENT_NUMBER;
import static org.passerelle.organisation.Field.PHONE;
import static org.passerelle.organisation.Field.POSTAL_CODE;
import static org.passerelle.organisation.Field.PRIOR_DATE;
import static org.passerelle.organisation.Field.PRIOR_PARTNER;
import static org.passerelle.organisation.Field.PURPOSES;
import static org.passerelle.organisation.Field.REGION;
import static org.passerelle.organisation.Field.STAFF;
import static org.passerelle.organisation.Field.STATUSES;
import static org.passerelle.organisation.Field.STREET;
import static org.passerelle.organisation.Field.TOWN;
import static org.passerelle.organisation.Field.WEBSITE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.LegalNumberCheck.Invalid;
import org.passerelle.kernel.LegalNumberCheck.Valid;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Fault.Flaw;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Profile;
import org.passerelle.organisation.Profile.Budget;
import org.passerelle.organisation.Profile.LegalNumber;
import org.passerelle.organisation.Profile.Parent;
import org.passerelle.organisation.Profile.PriorPurchase;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Office.LegalForm;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;

/// A registration as typed, understood as far as it can be: a profile of what is right, and a fault
/// for everything that is not (ORG-01, ORG-02).
public record RegistrationReading(Profile profile, List<Fault> faults) {

    /// Budgets of this many past years are taken.
    private static final int OLDEST_BUDGET_YEARS = 5;

    /// Reads `draft` with the words of `pack`, on a day of the office.
    public static RegistrationReading of(Draft draft, Pack pack, LocalDate today) {
        return new Reader(draft, pack, today).read();
    }

    private static final class Reader {
        private final Draft draft;
        private final Pack pack;
        private final Office office;
        private final LocalDate today;
        private final List<Fault> faults = new ArrayList<>();

        Reader(Draft draft, Pack pack, LocalDate today) {
            this.draft = draft;
            this.pack = pack;
            this.office = pack.office();
            this.today = today;
        }

        RegistrationReading read() {
            var country = choice(COUNTRY, office.countries()::contains).orElseGet(office::country);
            var form = form(country);
            var purposes = words(PURPOSES, office.purposes().keySet());
            var profile =
                    new Profile(
                            text(LEGAL_NAME).orElse(""),
                            otherNames(),
                            country,
                            form.map(LegalForm::id),
                            identifiers(form),
                            address(country),
                            text(OFFICIAL_EMAIL).filter(this::isEmail),
                            text(PHONE).filter(this::isPhone),
                            text(WEBSITE).flatMap(this::website),
                            text(MISSION),
                            choice(MAIN_ACTIVITY, this::isActivity).map(this::activityCode),
                            activities(),
                            purposes,
                            words(DESIGNATIONS, office.designations().keySet()),
                            words(STATUSES, office.statuses().keySet()),
                            words(ATTESTED, office.attestations().keySet()),
                            budget(),
                            staff(),
                            choice(LANGUAGE, code -> Language.of(code).isPresent())
                                    .flatMap(Language::of)
                                    .orElseGet(() -> office.languages().getFirst()),
                            priorPurchases(),
                            branchOf(form));
            return new RegistrationReading(profile, List.copyOf(faults));
        }

        private Optional<LegalForm> form(String country) {
            var form =
                    choice(FORM, id -> office.forms().containsKey(id))
                            .map(id -> Optional.ofNullable(office.forms().get(id)).orElseThrow());
            if (form.isPresent() && !form.get().country().equals(country)) {
                fault(FORM, new Flaw.UnknownChoice(form.get().id()));
                return Optional.empty();
            }
            form.filter(known -> !known.mayQualify())
                    .ifPresent(known ->
                            fault(
                                    FORM,
                                    new Flaw.FormNotAccepted(
                                            known.name(),
                                            known.explanation().orElseGet(known::name))));
            return form;
        }

        /// Only the schemes of the chosen form and those of other countries count; what was typed
        /// for another form stays in the draft.
        private Map<String, String> identifiers(Optional<LegalForm> form) {
            var numbers = new LinkedHashMap<String, String>();
            if (Completeness.isBranch(draft, office)) {
                return numbers;
            }
            for (var code : form.map(office::identifiersOf).orElse(List.of())) {
                var field = Field.identifier(code);
                var typed = draft.one(field);
                var scheme = LegalNumberScheme.of(code);
                if (typed.isBlank() || scheme.isEmpty()) {
                    continue;
                }
                switch (LegalNumbers.check(scheme.get(), typed)) {
                    case Valid(_, var normalised) -> {
                        numbers.put(code, normalised);
                        account(form.orElseThrow(), code, normalised)
                                .ifPresent(flaw -> faults.add(new Fault(field, flaw)));
                    }
                    case Invalid invalid -> faults.add(new Fault(field, new Flaw.Number(invalid)));
                }
            }
            return numbers;
        }

        /// The form's first number is not whole without its account: a charity's tells it from any
        /// other business.
        private static Optional<Flaw> account(LegalForm form, String code, String number) {
            return form.account()
                    .filter(_ -> form.identifiers().getFirst().equals(code))
                    .filter(account -> !number.matches(".*" + account + "[0-9]{4}"))
                    .map(account -> new Flaw.NoAccount(code, account, number));
        }

        private Optional<Parent> branchOf(Optional<LegalForm> form) {
            return Completeness.isBranch(draft, office)
                    ? Optional.of(new Parent(text(PARENT_NAME).orElse(""), parentNumber(form)))
                    : Optional.empty();
        }

        /// A branch has its parent's legal form, so the parent's number is of a scheme of that
        /// form.
        private Optional<LegalNumber> parentNumber(Optional<LegalForm> form) {
            var typed = draft.one(PARENT_NUMBER.code());
            var schemes = form.map(LegalForm::identifiers).orElse(List.of());
            if (typed.isBlank() || schemes.isEmpty()) {
                return Optional.empty();
            }
            Optional<Invalid> wrong = Optional.empty();
            for (var scheme : schemes.stream().flatMap(s -> scheme(s).stream()).toList()) {
                switch (LegalNumbers.check(scheme, typed)) {
                    case Valid(_, var normalised) -> {
                        return Optional.of(new LegalNumber(scheme.code(), normalised));
                    }
                    case Invalid invalid -> wrong = wrong.or(() -> Optional.of(invalid));
                }
            }
            wrong.ifPresent(invalid ->
                    faults.add(new Fault(PARENT_NUMBER.code(), new Flaw.Number(invalid))));
            return Optional.empty();
        }

        private static Optional<LegalNumberScheme> scheme(String code) {
            return LegalNumberScheme.of(code);
        }

        private Optional<Address> address(String country) {
            var street = text(STREET);
            var postalCode = text(POSTAL_CODE).flatMap(code -> postalCode(code, country));
            var town = text(TOWN);
            var region =
                    office.regions().isEmpty()
                            ? text(REGION)
                            : choice(REGION, code -> office.isRegion(code, country));
            return street.isPresent() && postalCode.isPresent() && town.isPresent()
                    ? Optional.of(
                            new Address(
                                    street.get(), postalCode.get(), town.get(), region, country))
                    : Optional.empty();
        }

        private Optional<String> postalCode(String typed, String country) {
            var form = office.postalCode(country);
            var code = form.read(typed);
            if (code.isEmpty()) {
                fault(POSTAL_CODE, new Flaw.NotAPostalCode(typed, form.example()));
            }
            return code;
        }

        private List<String> otherNames() {
            return text(OTHER_NAMES).stream()
                    .flatMap(names -> Stream.of(names.split("\\s*[;\\n]\\s*")))
                    .filter(name -> !name.isBlank())
                    .toList();
        }

        private boolean isEmail(String typed) {
            var flaw = ContactReading.emailFlaw(typed);
            flaw.ifPresent(part -> fault(OFFICIAL_EMAIL, new Flaw.Email(part)));
            return flaw.isEmpty();
        }

        private boolean isPhone(String typed) {
            var right = ContactReading.isPhone(typed);
            if (!right) {
                fault(PHONE, new Flaw.NotAPhoneNumber());
            }
            return right;
        }

        private Optional<String> website(String typed) {
            var address = ContactReading.website(typed);
            if (address.isEmpty()) {
                fault(WEBSITE, new Flaw.NotAWebAddress());
            }
            return address;
        }

        private boolean isActivity(String word) {
            return pack.activities().find(word).isPresent();
        }

        private String activityCode(String word) {
            return pack.activities().find(word).orElseThrow().code();
        }

        private List<String> activities() {
            var main = draft.one(MAIN_ACTIVITY.code());
            return draft.all(ACTIVITIES.code()).stream()
                    .filter(word -> known(ACTIVITIES, word, this::isActivity))
                    .map(this::activityCode)
                    .filter(code -> !code.equals(main))
                    .distinct()
                    .toList();
        }

        private Set<String> words(Field field, Set<String> known) {
            var words = new LinkedHashSet<String>();
            var typed = draft.all(field.code());
            if (typed.contains(Field.NONE) && typed.stream().distinct().count() > 1) {
                fault(field, new Flaw.NoneAndOthers());
                return words;
            }
            for (var word : typed) {
                if (!word.equals(Field.NONE) && known(field, word, known::contains)) {
                    words.add(word);
                }
            }
            return words;
        }

        private Optional<Budget> budget() {
            var typed = text(BUDGET_AMOUNT);
            var currency =
                    draft.one(BUDGET_CURRENCY.code()).isBlank()
                            ? Optional.of(office.currency())
                            : AmountReading.currency(draft.one(BUDGET_CURRENCY.code()));
            if (currency.isEmpty()) {
                fault(BUDGET_CURRENCY, new Flaw.UnknownChoice(draft.one(BUDGET_CURRENCY.code())));
            }
            var year = budgetYear();
            if (typed.isEmpty() || currency.isEmpty()) {
                return Optional.empty();
            }
            Optional<Money> amount = AmountReading.amount(typed.get(), currency.get());
            if (amount.isEmpty()) {
                fault(BUDGET_AMOUNT, new Flaw.NotAnAmount());
            }
            return amount.isPresent() && year.isPresent()
                    ? Optional.of(new Budget(amount.get(), year.get()))
                    : Optional.empty();
        }

        private Optional<Integer> budgetYear() {
            var year = wholeNumber(BUDGET_YEAR);
            var first = today.getYear() - OLDEST_BUDGET_YEARS;
            var last = today.getYear();
            if (year.isPresent() && (year.get() < first || year.get() > last)) {
                fault(BUDGET_YEAR, new Flaw.YearOutOfRange(first, last));
                return Optional.empty();
            }
            return year;
        }

        private Optional<Integer> staff() {
            return wholeNumber(STAFF);
        }

        private Optional<Integer> wholeNumber(Field field) {
            var typed = text(field);
            var number = typed.flatMap(AmountReading::wholeNumber);
            if (typed.isPresent() && number.isEmpty()) {
                var negative = AmountReading.isNegative(typed.get());
                fault(field, negative ? new Flaw.Negative() : new Flaw.NotAWholeNumber());
            }
            return number;
        }

        private List<PriorPurchase> priorPurchases() {
            var partners = draft.typed().getOrDefault(PRIOR_PARTNER.code(), List.of());
            var dates = draft.typed().getOrDefault(PRIOR_DATE.code(), List.of());
            var purchases = new ArrayList<PriorPurchase>();
            for (var i = 0; i < Math.max(partners.size(), dates.size()); i++) {
                var partner = i < partners.size() ? partners.get(i).strip() : "";
                var date = i < dates.size() ? dates.get(i).strip() : "";
                if (partner.isEmpty() && date.isEmpty()) {
                    continue;
                }
                if (partner.isEmpty() || date.isEmpty()) {
                    fault(PRIOR_DATE, new Flaw.HalfAPurchase());
                } else if (known(PRIOR_PARTNER, partner, this::isPartner)) {
                    priorPurchase(partner, date).ifPresent(purchases::add);
                }
            }
            return purchases;
        }

        private Optional<PriorPurchase> priorPurchase(String partner, String date) {
            var on = AmountReading.date(date);
            if (on.isEmpty()) {
                fault(PRIOR_DATE, new Flaw.NotADate());
            } else if (on.get().isAfter(today)) {
                fault(PRIOR_DATE, new Flaw.InTheFuture());
                return Optional.empty();
            }
            return on.map(day -> new PriorPurchase(partner, day));
        }

        private boolean isPartner(String word) {
            return pack.partner(PartnerId.of(word)).isPresent();
        }

        private Optional<String> choice(Field field, Predicate<String> isKnown) {
            return Optional.of(draft.one(field.code()).strip())
                    .filter(word -> !word.isEmpty())
                    .filter(word -> known(field, word, isKnown));
        }

        private boolean known(Field field, String word, Predicate<String> isKnown) {
            var known = isKnown.test(word);
            if (!known) {
                fault(field, new Flaw.UnknownChoice(word));
            }
            return known;
        }

        private Optional<String> text(Field field) {
            var typed = draft.one(field.code()).strip();
            if (typed.length() > field.longest()) {
                fault(field, new Flaw.TooLong(typed.length(), field.longest()));
                return Optional.empty();
            }
            return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
        }

        private void fault(Field field, Flaw flaw) {
            faults.add(new Fault(field.code(), flaw));
        }
    }
}
