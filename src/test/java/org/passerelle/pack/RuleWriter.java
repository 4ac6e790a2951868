package org.passerelle.pack;

import static org.passerelle.pack.PackWriter.keys;
import static org.passerelle.pack.PackWriter.length;
import static org.passerelle.pack.PackWriter.list;
import static org.passerelle.pack.PackWriter.money;
import static org.passerelle.pack.PackWriter.text;
import static org.passerelle.pack.PackWriter.word;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Programme;

/// Writes programmes and offers as a person would.
final class RuleWriter {

    Object programme(Programme programme) {
        return keys(
                "programme", programme.id().value(),
                "title", text(programme.title()),
                "summary", text(programme.summary()),
                "fiscal-year",
                        programme
                                .fiscalYear()
                                .map(year ->
                                        keys(
                                                "starts", year.starts().toString().substring(2),
                                                "zone", year.zone().getId())),
                "versions", list(programme.versions(), this::version));
    }

    private Object version(Programme.Version version) {
        return keys(
                "from", version.from().toString(),
                "until", version.until().map(Object::toString),
                "eligible", list(version.eligible().of(), this::criterion),
                "allotments", list(version.allotments(), this::allotment),
                "order", order(version.order()),
                "approval", version.approval().map(this::approval),
                "seats",
                        version.seats()
                                .map(seats ->
                                        keys(
                                                "one-per",
                                                "person",
                                                "new-users-only",
                                                "" + seats.newUsersOnly())),
                "duties", list(version.duties(), this::duty),
                "counted-at", word(version.countedAt()),
                "overrides", list(version.overrides(), this::override));
    }

    private Object criterion(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Qualified _ -> "qualified";
            case Criterion.Waiver _ -> "waiver";
            case Criterion.BoughtHere _ -> "bought-here";
            case Criterion.School(var wanted) -> keys("school", "" + wanted);
            case Criterion.Library(var wanted) -> keys("library", "" + wanted);
            case Criterion.Attested(var attestation) -> keys("attested", attestation);
            case Criterion.Judgement(var question) -> keys("judgement", question);
            case Criterion.All(var of) -> keys("all", list(of, this::criterion));
            case Criterion.Any(var of) -> keys("any", list(of, this::criterion));
            case Criterion.None(var of) -> keys("none", list(of, this::criterion));
            case Criterion.Unless(var leaf, var exception) -> {
                var written = leaf(leaf);
                written.put("unless", criterion(exception));
                yield keys(leaf.code().orElseThrow(), written);
            }
            default -> keys(criterion.code().orElseThrow(), leaf(criterion));
        };
    }

    private Map<String, Object> leaf(Criterion leaf) {
        return switch (leaf) {
            case Criterion.Country(var words) -> words(words);
            case Criterion.Form(var words) -> words(words);
            case Criterion.Status(var words) -> words(words);
            case Criterion.Purpose(var words) -> words(words);
            case Criterion.Designation(var words) -> words(words);
            case Criterion.Activity(var words, var any) -> {
                var written = words(words);
                written.put("any", "" + any);
                yield written;
            }
            case Criterion.Budget(var range) -> range(range, PackWriter::money);
            case Criterion.Size(var range) -> range(range, Object::toString);
            case Criterion.CustomerOf(var partner, var notWithin, var current) ->
                    keys(
                            "partner", partner.value(),
                            "not-within", notWithin.map(PackWriter::length),
                            "current", current.map(Object::toString));
            case Criterion.Had(var offers, var within) ->
                    keys(
                            "offers", offers.stream().map(OfferId::value).sorted().toList(),
                            "within", within.map(PackWriter::length));
            default -> throw new IllegalArgumentException("Not written as a map: " + leaf);
        };
    }

    private static Map<String, Object> words(Criterion.Words words) {
        return keys(
                "any-of", words.anyOf().isEmpty() ? null : List.copyOf(words.anyOf()),
                "none-of", words.noneOf().isEmpty() ? null : List.copyOf(words.noneOf()));
    }

    private static <T> Map<String, Object> range(
            Criterion.Range<T> range, Function<T, Object> written) {
        if (range.atLeast().isPresent() && range.atMost().isPresent()) {
            return keys(
                    "between", list(List.of(range.atLeast().get(), range.atMost().get()), written));
        }
        return keys(
                "above", range.above().map(written),
                "at-least", range.atLeast().map(written),
                "below", range.below().map(written),
                "at-most", range.atMost().map(written));
    }

    private Object allotment(Allotment allotment) {
        return keys(
                "count", word(allotment.count()),
                "at-most",
                        switch (allotment.limit()) {
                            case Allotment.Limit.Units(var atMost) -> "" + atMost;
                            case Allotment.Limit.Amount(var atMost) -> money(atMost);
                        },
                "of",
                        switch (allotment.scope()) {
                            case Allotment.Scope.WholeProgramme _ -> null;
                            case Allotment.Scope.EachOffer _ -> "each offer";
                            case Allotment.Scope.Offers(var offers) -> list(offers, OfferId::value);
                        },
                "per",
                        switch (allotment.window()) {
                            case Allotment.Window.FiscalYear _ -> "fiscal-year";
                            case Allotment.Window.CalendarYear _ -> "calendar-year";
                            case Allotment.Window.Lifetime _ -> "lifetime";
                            case Allotment.Window.Rolling(var length) ->
                                    keys("rolling", length(length));
                            case Allotment.Window.FromFirstOrder(var length) ->
                                    keys("rolling", length(length), "from", "first-order");
                        });
    }

    private Object order(Programme.OrderRules order) {
        return keys(
                "alone", "" + order.alone(),
                "licences", order.atLeastLicences().map(number -> keys("at-least", "" + number)),
                "value",
                        order.valueCap()
                                .map(cap ->
                                        keys(
                                                "at-most", money(cap.atMost()),
                                                "otherwise", cap.otherwise())));
    }

    private Object approval(Programme.Approval approval) {
        return keys(
                "by", "partner",
                "within", approval.within().map(PackWriter::length),
                "questions", list(approval.questions(), this::question));
    }

    private Object question(Programme.Question question) {
        return keys(
                "question", question.id(),
                "text", text(question.text()),
                "hint", question.hint().map(PackWriter::text),
                "required", "" + question.required());
    }

    private Object duty(Programme.Duty duty) {
        return keys(
                "text", text(duty.text()),
                "active-use", duty.activeUsePercent().map(percent -> percent + "%"),
                "within", duty.withinDays() + " days",
                "remind", duty.remindDays().map(days -> days + " days"));
    }

    private Object override(Programme.PlaceOverride override) {
        return keys(
                "countries", override.countries(),
                "offices", list(override.offices(), office -> office.value()),
                "eligible", override.eligible().map(all -> list(all.of(), this::criterion)),
                "allotments", override.allotments().map(all -> list(all, this::allotment)),
                "order", override.order().map(this::order),
                "approval", override.approval().map(this::approval));
    }

    Object offer(Offer offer) {
        return keys(
                "offer", offer.id().value(),
                "sku", offer.sku(),
                "kind", offer.kind().code(),
                "programme", offer.programme().value(),
                "title", text(offer.title()),
                "summary", text(offer.summary()),
                "succeeds", list(offer.succeeds(), OfferId::value),
                "categories", offer.categories(),
                "holds",
                        keys(
                                "licences", "" + offer.holds().licences(),
                                "devices", "" + offer.holds().devices()),
                "fee",
                        list(
                                offer.fees(),
                                fee ->
                                        keys(
                                                "from", fee.from().toString(),
                                                "amount", money(fee.amount()))),
                "market-value", offer.marketValue().map(PackWriter::money),
                "partner-discount", offer.partnerDiscount().map(off -> off + "%"),
                "quantity",
                        keys(
                                "at-least",
                                "" + offer.quantity().atLeast(),
                                "at-most",
                                offer.quantity().atMost().map(Object::toString)),
                "stock",
                        switch (offer.stock()) {
                            case Offer.Stock.Unlimited _ -> "unlimited";
                            case Offer.Stock.Counted(var initial) -> keys("counted", "" + initial);
                            case Offer.Stock.CodePool(var pool) -> keys("code-pool", pool);
                        },
                "hand-over", list(offer.handOver(), RuleWriter::handOver),
                "delivery",
                        offer.delivery()
                                .map(delivery ->
                                        keys(
                                                "within", length(delivery.within()),
                                                "after", word(delivery.after()))),
                "refund", list(offer.refunds(), RuleWriter::refund),
                "conditions", offer.conditions(),
                "description", offer.descriptionText(),
                "requirements", offer.requirementsText(),
                "usage", offer.usageText(),
                "eligible", offer.eligible().map(all -> list(all.of(), this::criterion)),
                "countries", offer.countries(),
                "on-sale",
                        keys(
                                "from", offer.onSaleFrom().map(Object::toString),
                                "until", offer.onSaleUntil().map(Object::toString)),
                "alternatives", list(offer.alternatives(), OfferId::value),
                "vat", offer.vatCategory(),
                "questions", list(offer.questions(), this::question));
    }

    private static Object handOver(Offer.HandOver handOver) {
        var written = new LinkedHashMap<String, Object>();
        handOver.from()
                .ifPresent(from -> written.put((String) word(handOver.what()), "from-" + from));
        written.putAll(
                keys(
                        "to", handOver.to(),
                        "after", handOver.after().map(PackWriter::length),
                        "for", handOver.lasts().map(PackWriter::length),
                        "title", handOver.title().map(PackWriter::text)));
        return written;
    }

    private static Object refund(Offer.RefundPolicy refund) {
        return refund.never()
                ? keys("never", "true")
                : keys(
                        "within", refund.within().map(PackWriter::length),
                        "base", refund.base(),
                        "condition", refund.condition().map(PackWriter::text),
                        "staff-decides", "" + refund.staffDecides(),
                        "return-cost", refund.returnCostWithCustomer() ? "customer" : "office",
                        "for", list(refund.reasons(), Offer.RefundPolicy.Reason::word),
                        "ends-with", refund.endsWithParcel() ? "parcel" : "request",
                        "parcel-within", refund.parcelWithin().map(PackWriter::length),
                        "may-replace", "" + refund.mayReplace());
    }
}
