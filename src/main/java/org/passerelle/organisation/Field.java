package org.passerelle.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The fields of a registration, by step. Legal numbers have a field each: `identifier.LU-RCS`.
public enum Field {
    LEGAL_NAME("legal-name", Step.IDENTITY, 200),
    OTHER_NAMES("other-names", Step.IDENTITY, 500),
    COUNTRY("country", Step.IDENTITY, 2),
    FORM("form", Step.IDENTITY, 60),
    STATUSES("statuses", Step.IDENTITY, 60),
    LANGUAGE("language", Step.IDENTITY, 2),
    /// [#YES] says that it is a branch without a legal number of its own (ORG-06).
    BRANCH("branch", Step.IDENTIFIERS, 5),
    PARENT_NAME("parent-name", Step.IDENTIFIERS, 200),
    PARENT_NUMBER("parent-number", Step.IDENTIFIERS, 60),
    STREET("street", Step.ADDRESS, 200),
    POSTAL_CODE("postal-code", Step.ADDRESS, 12),
    TOWN("town", Step.ADDRESS, 100),
    REGION("region", Step.ADDRESS, 100),
    OFFICIAL_EMAIL("official-email", Step.ADDRESS, 200),
    PHONE("phone", Step.ADDRESS, 40),
    WEBSITE("website", Step.ADDRESS, 200),
    MISSION("mission", Step.ACTIVITY, 3000),
    MAIN_ACTIVITY("main-activity", Step.ACTIVITY, 60),
    ACTIVITIES("activities", Step.ACTIVITY, 60),
    PURPOSES("purposes", Step.ACTIVITY, 60),
    DESIGNATIONS("designations", Step.ACTIVITY, 60),
    ATTESTED("attested", Step.ACTIVITY, 60),
    BUDGET_AMOUNT("budget-amount", Step.ACTIVITY, 40),
    BUDGET_CURRENCY("budget-currency", Step.ACTIVITY, 3),
    BUDGET_YEAR("budget-year", Step.ACTIVITY, 4),
    STAFF("staff", Step.ACTIVITY, 9),
    PRIOR_PARTNER("prior-partner", Step.ACTIVITY, 60),
    PRIOR_DATE("prior-date", Step.ACTIVITY, 10);

    /// What a qualified organisation keeps right on its own (ORG-04), in the order of the form.
    public static final List<Field> OWN_DATA =
            List.of(
                    OTHER_NAMES,
                    LANGUAGE,
                    PHONE,
                    WEBSITE,
                    MISSION,
                    MAIN_ACTIVITY,
                    PURPOSES,
                    DESIGNATIONS,
                    ATTESTED,
                    STAFF,
                    PRIOR_PARTNER,
                    PRIOR_DATE);

    /// Typed for "none of these" where silence would mean "not answered".
    public static final String NONE = "none";

    /// Typed where a box is ticked.
    public static final String YES = "yes";

    private static final String IDENTIFIER = "identifier.";

    /// The steps of the form, in order.
    public enum Step {
        IDENTITY,
        IDENTIFIERS,
        ADDRESS,
        ACTIVITY,
        EVIDENCE,
        REVIEW;

        /// As addresses write it.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Step> of(String code) {
            return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
        }
    }

    private final String code;
    private final Step step;
    private final int longest;

    Field(String code, Step step, int longest) {
        this.code = code;
        this.step = step;
        this.longest = longest;
    }

    /// Where a field stands among the others, top to bottom; legal numbers, which have no constant,
    /// stand first on their page.
    public static int positionOf(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code.equals(code))
                .findFirst()
                .map(Field::ordinal)
                .orElse(-1);
    }

    /// The lasting name, in forms and messages.
    public String code() {
        return code;
    }

    public Step step() {
        return step;
    }

    /// Most characters of one text.
    public int longest() {
        return longest;
    }

    public static List<Field> of(Step step) {
        return Arrays.stream(values()).filter(field -> field.step == step).toList();
    }

    public static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    /// The field of a legal number.
    public static String identifier(String scheme) {
        return IDENTIFIER + scheme;
    }

    /// The step a field stands on.
    public static Step stepOf(String code) {
        return code.startsWith(IDENTIFIER)
                ? Step.IDENTIFIERS
                : of(code).map(Field::step).orElse(Step.REVIEW);
    }
}
