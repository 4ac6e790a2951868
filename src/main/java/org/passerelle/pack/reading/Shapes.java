package org.passerelle.pack.reading;

import java.util.List;
import java.util.stream.Stream;

/// The keys of everything a pack may hold: the language at a glance.
final class Shapes {
    private Shapes() {}

    // pack.yaml
    static final Shape PACK =
            Shape.of("pack", "")
                    .required("pack", "title", "languages")
                    .optional("builds-on", "library", "categories");
    static final Shape CATEGORY =
            Shape.of("pack", "category").required("category", "name").optional("also", "within");

    // office.yaml
    static final Shape OFFICE =
            Shape.of("office", "")
                    .required(
                            "name",
                            "countries",
                            "currency",
                            "zone",
                            "contact",
                            "calendar",
                            "promises",
                            "forms",
                            "statuses",
                            "qualification",
                            "vat",
                            "records",
                            "numbering",
                            "payment")
                    .optional(
                            "languages",
                            "purposes",
                            "designations",
                            "attestations",
                            "judgements",
                            "cancellation-reasons",
                            "documents",
                            "duplicates",
                            "branches",
                            "foreign-identifiers",
                            "postal-codes",
                            "regions",
                            "tax",
                            "seller",
                            "vat-area");
    static final Shape DOCUMENTS = Shape.of("office", "documents").required("files", "megabytes");
    static final Shape POSTAL_CODE =
            Shape.of("office", "postal-code")
                    .required("country", "form", "example")
                    .optional("letters");
    static final Shape DUPLICATES =
            Shape.of("office", "duplicates").required("likely", "near-certain");
    static final Shape RECORDS = Shape.of("office", "records").required("keep", "since", "law");
    static final Shape CONTACT =
            Shape.of("office", "contact")
                    .required("email", "postal-address")
                    .optional("phone", "website");
    static final Shape CALENDAR =
            Shape.of("office", "calendar").required("holidays").optional("closures");
    static final Shape CLOSURE =
            Shape.of("office", "closure").required("first", "last", "announce-from", "text");
    static final Shape PROMISES =
            Shape.of("office", "promises")
                    .required("qualification", "change")
                    .optional("join", "hand-over", "reply", "parcel");
    static final Shape FORM =
            Shape.of("office", "form")
                    .required("form", "name", "country")
                    .optional(
                            "statuses",
                            "identifiers",
                            "account",
                            "evidence",
                            "explanation",
                            "school",
                            "library",
                            "may-qualify");
    static final Shape STATUS = term("status");
    static final Shape PURPOSE = term("purpose");
    static final Shape DESIGNATION = term("designation");
    static final Shape ATTESTATION = term("attestation");
    static final Shape JUDGEMENT = term("judgement");
    static final Shape CANCELLATION_REASON =
            Shape.of("office", "cancellation-reason").required("reason", "name");
    static final Shape QUALIFICATION =
            Shape.of("office", "qualification")
                    .required("valid-for")
                    .optional("decisive", "refusal-reasons", "questions");
    static final Shape REASON =
            Shape.of("office", "reason").required("reason", "name", "text").optional("final");
    static final Shape BRANCHES =
            Shape.of("office", "branches")
                    .required("explanation", "letter", "model")
                    .optional("evidence", "refusal-reasons");
    static final Shape LETTER_REASON =
            Shape.of("office", "letter-reason").required("reason", "name", "text");
    static final Shape READY_QUESTION =
            Shape.of("office", "ready-question").required("question", "name", "text");
    static final Shape REGION =
            Shape.of("office", "region").required("region", "name").optional("holidays");
    static final Shape NUMBERING =
            Shape.of("office", "numbering").required("first-order", "invoice-prefix");
    static final Shape PAYMENT =
            Shape.of("office", "payment")
                    .required("beneficiary", "bic", "instructions", "remind-after", "expire-after")
                    .optional("iban", "account", "means", "cheque-expire-after", "cheque-address");

    // activities.yaml, rates.yaml
    static final Shape ACTIVITIES = Shape.of("activities", "").required("activities");
    static final Shape ACTIVITY =
            Shape.of("activities", "activity")
                    .required("code", "id", "name")
                    .optional("school", "below");
    static final Shape RATES = Shape.of("rates", "").required("rates");
    static final Shape RATE_IMPORT = Shape.of("rates", "import").required("import");

    // partners/*.yaml, programmes/*.yaml
    static final Shape PARTNER =
            Shape.of("partner", "")
                    .required("partner", "name", "about")
                    .optional("website", "desk", "faq", "questions", "programmes");
    static final Shape QUESTION =
            Shape.of("common", "question")
                    .required("question", "text")
                    .optional("hint", "required");
    static final Shape PROGRAMME =
            Shape.of("partner", "programme")
                    .required("programme", "title", "versions")
                    .optional("summary", "fiscal-year");
    static final Shape PROGRAMME_FILE =
            Shape.of("programmes", "")
                    .required("partner", "programme", "title", "versions")
                    .optional("summary", "fiscal-year");
    static final Shape FISCAL_YEAR =
            Shape.of("partner", "fiscal-year").required("starts").optional("zone");
    static final Shape VERSION =
            Shape.of("partner", "version")
                    .required("from", "eligible")
                    .optional(
                            "until",
                            "allotments",
                            "order",
                            "approval",
                            "seats",
                            "duties",
                            "counted-at",
                            "overrides");
    static final Shape ALLOTMENT =
            Shape.of("partner", "allotment").required("count", "at-most", "per").optional("of");
    static final Shape WINDOW =
            Shape.of("partner", "rolling-window").required("rolling").optional("from");
    static final Shape ORDER = Shape.of("partner", "order").optional("alone", "licences", "value");
    static final Shape ORDER_LICENCES = Shape.of("partner", "order-licences").required("at-least");
    static final Shape ORDER_VALUE =
            Shape.of("partner", "order-value").required("at-most").optional("otherwise");
    static final Shape APPROVAL =
            Shape.of("partner", "approval").required("by").optional("within", "questions");
    static final Shape SEATS =
            Shape.of("partner", "seats").required("one-per").optional("new-users-only");
    static final Shape DUTY =
            Shape.of("partner", "duty").required("within").optional("text", "active-use", "remind");
    static final Shape OVERRIDE =
            Shape.of("partner", "override")
                    .optional(
                            "countries", "offices", "eligible", "allotments", "order", "approval");

    // criteria
    static final Shape CRITERION =
            Shape.of("common", "criterion-map")
                    .optional(
                            "country",
                            "form",
                            "status",
                            "activity",
                            "purpose",
                            "designation",
                            "budget",
                            "size",
                            "school",
                            "library",
                            "customer-of",
                            "had",
                            "attested",
                            "judgement",
                            "all",
                            "any",
                            "none");
    static final Shape WORDS = Shape.of("common", "words").optional("any-of", "none-of", "unless");
    static final Shape ACTIVITY_WORDS =
            Shape.of("common", "activity-words").optional("any-of", "none-of", "any", "unless");
    static final Shape BUDGET = range("budget");
    static final Shape SIZE = range("size");
    static final Shape CUSTOMER_OF =
            Shape.of("common", "customer-of")
                    .required("partner")
                    .optional("not-within", "current", "unless");

    static final Shape HAD =
            Shape.of("common", "had").required("offers").optional("within", "unless");

    // offers/*.yaml
    static final Shape OFFERS = Shape.of("offers", "").required("offers");
    static final Shape OFFER =
            Shape.of("offers", "offer")
                    .required("offer", "kind", "programme", "title", "fee")
                    .optional(
                            "sku",
                            "summary",
                            "succeeds",
                            "categories",
                            "holds",
                            "market-value",
                            "partner-discount",
                            "quantity",
                            "stock",
                            "hand-over",
                            "delivery",
                            "refund",
                            "conditions",
                            "description",
                            "requirements",
                            "usage",
                            "eligible",
                            "countries",
                            "on-sale",
                            "alternatives",
                            "vat",
                            "questions");
    static final Shape HOLDS = Shape.of("offers", "holds").optional("licences", "devices");
    static final Shape FEE = Shape.of("offers", "fee").required("from", "amount");
    static final Shape QUANTITY = Shape.of("offers", "quantity").optional("at-least", "at-most");
    static final Shape STOCK = Shape.of("offers", "stock-map").optional("counted", "code-pool");
    static final Shape HAND_OVER =
            Shape.of("offers", "hand-over")
                    .optional("key", "download", "pin", "code", "token", "parcel")
                    .optional("support-contract", "link", "to", "after", "for", "title");
    static final Shape DELIVERY =
            Shape.of("offers", "delivery").required("within").optional("after");
    static final Shape REFUND =
            Shape.of("offers", "refund")
                    .optional("never", "within", "base", "condition", "staff-decides")
                    .optional("return-cost", "for", "ends-with", "parcel-within", "may-replace");
    static final Shape ON_SALE = Shape.of("offers", "on-sale").optional("from", "until");

    // requests.yaml
    static final Shape REQUESTS = Shape.of("requests", "").required("requests");
    static final Shape REQUEST =
            Shape.of("requests", "request")
                    .required("request", "title", "text")
                    .optional(
                            "from",
                            "answered-by",
                            "within",
                            "done-by",
                            "fields",
                            "evidence",
                            "ready-texts");
    static final Shape REQUEST_FIELD =
            Shape.of("requests", "field")
                    .required("field", "label", "type")
                    .optional("hint", "required", "choices");
    static final Shape REQUEST_CHOICE = Shape.of("requests", "choice").required("choice", "name");
    static final Shape READY_TEXT =
            Shape.of("requests", "ready-text").required("ready-text", "name", "text");

    // articles.yaml
    static final Shape ARTICLES = Shape.of("articles", "").required("subjects");
    static final Shape HELP_SUBJECT =
            Shape.of("articles", "subject").required("subject", "title", "articles");
    static final Shape ARTICLE =
            Shape.of("articles", "article").required("article").optional("about");

    // deals.yaml
    static final Shape DEALS = Shape.of("deals", "").required("deals");
    static final Shape DEAL =
            Shape.of("deals", "deal")
                    .required("deal", "title", "text", "website")
                    .optional("categories");

    /// All of them, for the test that holds the published schema against them.
    static List<Shape> all() {
        return Stream.of(ofOffices(), TaxShapes.all(), ofPartners(), ofOffers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Shape> ofOffices() {
        return List.of(
                PACK,
                CATEGORY,
                OFFICE,
                CONTACT,
                CALENDAR,
                CLOSURE,
                PROMISES,
                FORM,
                STATUS,
                PURPOSE,
                DESIGNATION,
                ATTESTATION,
                JUDGEMENT,
                CANCELLATION_REASON,
                QUALIFICATION,
                REASON,
                READY_QUESTION,
                REGION,
                RECORDS,
                NUMBERING,
                PAYMENT,
                DOCUMENTS,
                DUPLICATES,
                POSTAL_CODE,
                BRANCHES,
                LETTER_REASON,
                ACTIVITIES,
                ACTIVITY,
                RATES,
                RATE_IMPORT);
    }

    private static List<Shape> ofPartners() {
        return List.of(
                PARTNER,
                QUESTION,
                PROGRAMME,
                PROGRAMME_FILE,
                FISCAL_YEAR,
                VERSION,
                ALLOTMENT,
                WINDOW,
                ORDER,
                ORDER_LICENCES,
                ORDER_VALUE,
                APPROVAL,
                SEATS,
                DUTY,
                OVERRIDE,
                CRITERION,
                WORDS,
                ACTIVITY_WORDS,
                BUDGET,
                SIZE,
                CUSTOMER_OF,
                HAD);
    }

    private static List<Shape> ofOffers() {
        return List.of(
                OFFERS,
                OFFER,
                HOLDS,
                FEE,
                QUANTITY,
                STOCK,
                HAND_OVER,
                DELIVERY,
                REFUND,
                ON_SALE,
                REQUESTS,
                REQUEST,
                REQUEST_FIELD,
                REQUEST_CHOICE,
                READY_TEXT,
                ARTICLES,
                HELP_SUBJECT,
                ARTICLE,
                DEALS,
                DEAL);
    }

    private static Shape term(String kind) {
        return Shape.of("office", kind).required(kind, "name").optional("explanation");
    }

    private static Shape range(String kind) {
        return Shape.of("common", kind)
                .optional("below", "at-most", "at-least", "above", "between", "unless");
    }
}
