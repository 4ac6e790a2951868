package org.passerelle.portal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.catalogue.Availability;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.catalogue.OfferView;
import org.passerelle.catalogue.ProductAlert;
import org.passerelle.ordering.TaxWords;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.Texts;
import org.passerelle.portal.Limits;
import org.passerelle.portal.Markdown;
import org.passerelle.portal.Reasons;
import org.passerelle.portal.catalogue.OfferPage.Act;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.Finding;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Step;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;

/// Writes the page of one offer in the reader's words.
record OfferWriter(Pack pack, Words words) {
    private static final String KEY = "catalogue.offer.";

    /// Who reads the page.
    ///
    /// @param alert with which they wait for the offer
    record Reader(
            boolean isSignedIn, boolean isMember, boolean mayOrder, Optional<ProductAlert> alert) {}

    OfferPage page(
            OfferView view, List<OfferView> others, Reader reader, Optional<String> insteadOf) {
        var offer = view.offer();
        var language = words.language();
        var cards = new OfferCards(pack, words);
        var why = view.verdict().map(verdict -> why(view, verdict));
        return new OfferPage(
                offer.id().value(),
                OfferCards.tile(view.partner().name()),
                view.partner().name(),
                view.partner().id().value(),
                words.get("catalogue.kind." + offer.kind().code()),
                words.get("catalogue.kind.means." + offer.kind().code()),
                offer.title().in(language),
                offer.summary().in(language),
                view.verdict().map(verdict -> tone(view, verdict)),
                view.verdict().map(verdict -> standing(view, verdict)),
                insteadOf.flatMap(id -> succeeded(offer, id)),
                replaces(offer),
                view.price().filter(_ -> view.isOnSale()).map(price -> price(view, price)),
                order(view, reader),
                view.verdict().map(this::allowances).orElse(List.of()),
                words.get(
                        KEY
                                + "why."
                                + view.verdict()
                                        .map(verdict -> verdict.standing().word())
                                        .orElse("anybody")),
                why.map(panel -> words.get(KEY + "why.count", panel.met(), panel.all())).orElse(""),
                view.rules()
                        .map(rules ->
                                words.get(KEY + "why.rules", view.partner().name(), rules.from())),
                why,
                view.verdict().isPresent() ? List.of() : criteria(view),
                limits(view),
                offer.handOver().stream()
                        .map(handOver ->
                                words.get(
                                        KEY
                                                + "hand."
                                                + handOver.what()
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT)
                                                        .replace('_', '-')))
                        .distinct()
                        .toList(),
                offer.descriptionText().flatMap(this::html),
                steps(view),
                offer.conditions().stream().flatMap(path -> text(path).stream()).toList(),
                refunds(offer),
                view.rules().flatMap(Programme.Version::approval).stream()
                        .flatMap(approval -> approval.questions().stream())
                        .map(question -> question.text().in(language))
                        .toList(),
                texts(view),
                others.stream().filter(OfferView::isOnSale).map(cards::card).toList());
    }

    private Why why(OfferView view, OfferView.Verdict verdict) {
        var found = new ArrayList<Finding>();
        found.add(verdict.decision().reasons());
        verdict.ofOffer().ifPresent(found::add);
        return Reasons.in(words, pack)
                .panel(
                        words.get(KEY + "why.caption", view.partner().name()),
                        words.get(KEY + "why.demander", view.partner().name()),
                        found);
    }

    /// For a reader without an organisation: what is demanded, compared with nobody.
    private List<Fact> criteria(OfferView view) {
        var facts = OrganisationFacts.UNTOLD;
        return new Demands(words, pack)
                .of(
                        Stream.concat(
                                Stream.of(
                                        Eligibility.decide(
                                                        pack,
                                                        view.programme(),
                                                        facts,
                                                        History.NONE,
                                                        view.day())
                                                .reasons()),
                                Eligibility.decideOffer(
                                        pack, view.offer(), facts, History.NONE, view.day())
                                        .stream()));
    }

    private String tone(OfferView view, OfferView.Verdict verdict) {
        return switch (verdict.standing()) {
            case OPEN -> view.needsApproval() ? "warn" : "ok";
            case UNDECIDED, ONCE_QUALIFIED -> "warn";
            case NOT_ELIGIBLE -> "bad";
        };
    }

    private String standing(OfferView view, OfferView.Verdict verdict) {
        return switch (verdict.standing()) {
            case OPEN -> words.get(KEY + (view.needsApproval() ? "approval" : "eligible"));
            case UNDECIDED -> words.get(KEY + "undecided");
            case ONCE_QUALIFIED -> words.get(KEY + "once-qualified");
            case NOT_ELIGIBLE -> words.get(KEY + "not-eligible");
        };
    }

    private List<Why.Link> replaces(Offer offer) {
        return offer.succeeds().stream()
                .flatMap(id -> pack.offer(id).stream())
                .map(old -> new Why.Link(old.title().in(words.language()), "/offers/" + old.id()))
                .toList();
    }

    /// What an old address says, with the name it stood for.
    private Optional<String> succeeded(Offer offer, String id) {
        return pack.offer(OfferId.of(id))
                .filter(old -> isSucceededBy(old, offer))
                .map(old -> words.get(KEY + "succeeded", old.title().in(words.language())));
    }

    private boolean isSucceededBy(Offer old, Offer offer) {
        var next = pack.successorOf(old.id());
        for (var steps = 0; next.isPresent() && steps < pack.offers().size(); steps++) {
            if (next.get().id().equals(offer.id())) {
                return true;
            }
            next = pack.successorOf(next.get().id());
        }
        return false;
    }

    private OfferPage.Price price(OfferView view, LinePrice price) {
        return new OfferPage.Price(
                view.offer().marketValue().map(words::money),
                view.toPartner()
                        .map(rest ->
                                words.get(
                                        KEY + "to-partner",
                                        words.money(rest),
                                        view.partner().name(),
                                        view.offer().partnerDiscount().orElseThrow())),
                words.money(price.fee()),
                taxes(view, price),
                view.isTaxOpen()
                        ? words.get(KEY + "before-tax", words.money(price.net()))
                        : words.money(price.gross()),
                view.saving().map(saved -> words.get(KEY + "saving", words.money(saved))));
    }

    private List<OfferPage.Tax> taxes(OfferView view, LinePrice price) {
        return view.isTaxOpen()
                ? List.of(
                        new OfferPage.Tax(
                                words.get(KEY + "tax-open"), words.get(KEY + "tax-open.amount")))
                : price.taxes().stream()
                        .map(due ->
                                new OfferPage.Tax(
                                        TaxWords.of(due.tax(), words), words.money(due.amount())))
                        .toList();
    }

    private OfferPage.Order order(OfferView view, Reader reader) {
        var act = act(view, reader);
        var quantity = view.offer().quantity();
        var stock =
                view.availability() instanceof Availability.Counted(var left)
                        ? Optional.of(words.get(KEY + "in-stock", left))
                        : Optional.<String>empty();
        return new OfferPage.Order(
                act,
                Long.toString(Math.max(1, quantity.atLeast())),
                possible(view),
                view.verdict()
                        .filter(verdict -> verdict.standing() != OfferView.Standing.OPEN)
                        .map(_ -> words.get(KEY + "add.not-yet")),
                stock,
                act == Act.OUT_OF_STOCK && reader.isMember()
                        ? Optional.of(new OfferPage.Alert(reader.alert().map(this::day)))
                        : Optional.empty());
    }

    /// How many may be ordered: what the offer allows, and what of it is possible now.
    private String possible(OfferView view) {
        var least = Math.max(1, view.offer().quantity().atLeast());
        var most = view.offer().quantity().atMost();
        var now = view.possibleNow();
        var rule =
                most.map(atMost -> words.get(KEY + "quantity.hint.range", least, atMost))
                        .orElseGet(() -> words.get(KEY + "quantity.hint.least", least));
        if (now.isEmpty() || most.equals(Optional.of(now.getAsLong()))) {
            return most.equals(Optional.of(1L)) ? words.get(KEY + "quantity.hint.one") : rule;
        }
        return words.get(
                KEY + (now.getAsLong() > least ? "quantity.hint.now" : "quantity.hint.now-few"),
                now.getAsLong(),
                least);
    }

    private static Act act(OfferView view, Reader reader) {
        if (!view.isOnSale()) {
            return Act.NOT_ON_SALE;
        }
        if (!view.availability().has(Math.max(1, view.offer().quantity().atLeast()))) {
            return Act.OUT_OF_STOCK;
        }
        if (!reader.isSignedIn()) {
            return Act.SIGN_IN;
        }
        if (!reader.isMember()) {
            return Act.NO_ORGANISATION;
        }
        return reader.mayOrder() ? Act.ADD : Act.READER;
    }

    private String day(ProductAlert alert) {
        return words.date(alert.askedAt().atZone(pack.office().zone()).toLocalDate());
    }

    private List<OfferPage.Allowance> allowances(OfferView.Verdict verdict) {
        var limits = new Limits(words);
        return verdict.allotments().stream()
                .map(state ->
                        new OfferPage.Allowance(
                                limits.left(state),
                                limits.meter(state),
                                limits.explained(state),
                                limits.resets(state)))
                .toList();
    }

    private List<String> limits(OfferView view) {
        var limits = new Limits(words);
        return view.rules().stream()
                .flatMap(rules -> rules.allotments().stream())
                .filter(allotment -> allotment.concerns(view.offer().id()))
                .map(limits::rule)
                .distinct()
                .toList();
    }

    private List<Step> steps(OfferView view) {
        var steps = new ArrayList<Step>();
        steps.add(Step.now(words.get(KEY + "step.order"), words.get(KEY + "step.order.detail")));
        if (!isFree(view)) {
            steps.add(Step.ahead(words.get(KEY + "step.pay"), words.get(KEY + "step.pay.detail")));
        }
        view.rules()
                .flatMap(Programme.Version::approval)
                .ifPresent(approval ->
                        steps.add(
                                Step.ahead(
                                        words.get(KEY + "step.approval", view.partner().name()),
                                        approval.within()
                                                .map(within ->
                                                        words.get(
                                                                KEY + "step.approval.detail",
                                                                new Limits(words).length(within)))
                                                .orElseGet(() ->
                                                        words.get(KEY + "step.approval.open")))));
        steps.add(Step.ahead(words.get(KEY + "step.delivery"), delivery(view)));
        return steps;
    }

    private static boolean isFree(OfferView view) {
        return view.price().filter(price -> price.fee().isZero()).isPresent();
    }

    /// What costs nothing is paid when it is asked for.
    private String delivery(OfferView view) {
        return view.offer()
                .delivery()
                .map(delivery ->
                        words.get(
                                KEY + "step.delivery." + base(view, delivery.after()),
                                new Limits(words).length(delivery.within())))
                .orElseGet(() -> words.get(KEY + "step.delivery.open"));
    }

    private static String base(OfferView view, Offer.Delivery.After after) {
        var base =
                after == Offer.Delivery.After.PAYMENT && isFree(view)
                        ? Offer.Delivery.After.REQUEST
                        : after;
        return base.name().toLowerCase(java.util.Locale.ROOT);
    }

    private List<String> refunds(Offer offer) {
        var said = new ArrayList<String>();
        said.add(words.get(KEY + "refund.cancel"));
        for (var policy : offer.refunds()) {
            if (policy.never()) {
                said.add(words.get(KEY + "refund.never"));
            }
            policy.within()
                    .ifPresent(within ->
                            said.add(
                                    words.get(
                                            KEY + "refund.within",
                                            new Limits(words).length(within))));
            policy.condition().ifPresent(condition -> said.add(condition.in(words.language())));
        }
        return said;
    }

    private List<OfferPage.Text> texts(OfferView view) {
        var texts = new ArrayList<OfferPage.Text>();
        titled(view.offer().requirementsText(), words.get(KEY + "requirements"))
                .ifPresent(texts::add);
        titled(view.offer().usageText(), words.get(KEY + "usage")).ifPresent(texts::add);
        titled(view.partner().faqText(), words.get(KEY + "faq", view.partner().name()))
                .ifPresent(texts::add);
        return texts;
    }

    private Optional<OfferPage.Text> titled(Optional<String> path, String title) {
        return path.flatMap(this::html).map(html -> new OfferPage.Text(title, html));
    }

    private Optional<OfferPage.Text> text(String path) {
        return pack.texts()
                .find(path, words.language(), pack.office().languages())
                .map(text -> new OfferPage.Text(text.title(), html(text)));
    }

    private Optional<String> html(String path) {
        return pack.texts()
                .find(path, words.language(), pack.office().languages())
                .map(OfferWriter::html);
    }

    private static String html(Texts.Text text) {
        return Markdown.html(text.language(), text.markdown(), 2);
    }
}
