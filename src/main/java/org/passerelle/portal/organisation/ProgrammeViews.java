package org.passerelle.portal.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.portal.Limits;
import org.passerelle.portal.OpenToAll;
import org.passerelle.portal.Reasons;
import org.passerelle.portal.organisation.OrganisationPage.AllotmentRow;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.portal.organisation.OrganisationPage.ProgrammeRow;
import org.passerelle.portal.organisation.ProgrammePage.Help;
import org.passerelle.portal.organisation.ProgrammePage.Past;
import org.passerelle.portal.organisation.ProgrammePage.WaiverRow;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.Entitlements;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Programmes;
import org.passerelle.programme.RecordedWaiver;
import org.passerelle.programme.RuleWords;
import org.passerelle.programme.Waivers;
import org.passerelle.programme.Wish;
import org.passerelle.programme.Wishes;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Says what each programme decided about an organisation, and why (ELI-02).
@Component
class ProgrammeViews {
    static final String PATH = "/organisation/programmes/";

    private final Programmes programmes;
    private static final int PAST_SHOWN = 10;
    private static final int OPEN_SHOWN = 6;

    private final Waivers waivers;
    private final Wishes wishes;
    private final Organisations organisations;
    private final Packs packs;
    private final Clock clock;

    ProgrammeViews(
            Programmes programmes,
            Waivers waivers,
            Wishes wishes,
            Organisations organisations,
            Packs packs,
            Clock clock) {
        this.programmes = programmes;
        this.waivers = waivers;
        this.wishes = wishes;
        this.organisations = organisations;
        this.packs = packs;
        this.clock = clock;
    }

    /// What the organisation may have today, for the rows below.
    Entitlements entitlements(Organisation organisation) {
        return programmes.situationOf(organisation).entitlements();
    }

    /// One row for each programme of the office, by partner.
    List<ProgrammeRow> rows(Organisation organisation, Entitlements entitlements, Words words) {
        var pack = packs.get(organisation.office());
        return entitlements.decisions().stream()
                .map(decision -> row(decision, pack, words))
                .sorted(Comparator.comparing(ProgrammeRow::partner))
                .toList();
    }

    static boolean isOpen(ProgrammeRow row) {
        return row.badge().tone().equals("ok");
    }

    private static ProgrammeRow row(EligibilityDecision decision, Pack pack, Words words) {
        var id = decision.basis().programme();
        var programme = pack.programme(id).orElseThrow();
        return new ProgrammeRow(
                id.value(),
                pack.partner(programme.partner()).map(one -> one.name()).orElse(""),
                programme.title().in(words.language()),
                badge(decision, words),
                why(decision, Reasons.in(words, pack)),
                PATH + id.value());
    }

    private static Badge badge(EligibilityDecision decision, Words words) {
        var tone =
                switch (decision) {
                    case EligibilityDecision.Eligible _ -> "ok";
                    case EligibilityDecision.Ineligible _ -> "bad";
                    case EligibilityDecision.Undecided _ -> "warn";
                };
        return new Badge(tone, words.get("organisation.programme." + decision.outcome()));
    }

    /// For an eligible one how many criteria are met, else the first that stands in the way.
    private static String why(EligibilityDecision decision, Reasons reasons) {
        return switch (decision) {
            case EligibilityDecision.Eligible _ -> met(decision, reasons.words());
            case EligibilityDecision.Ineligible _ -> first(decision, Outcome.UNMET, reasons);
            case EligibilityDecision.Undecided _ -> first(decision, Outcome.UNKNOWN, reasons);
        };
    }

    private static String first(EligibilityDecision decision, Outcome outcome, Reasons reasons) {
        return decision.telling().stream()
                .filter(leaf -> leaf.favourable() == outcome)
                .findFirst()
                .map(reasons::sentence)
                .orElse("");
    }

    private static String met(EligibilityDecision decision, Words words) {
        return words.get(
                "organisation.programmes.criteria",
                metCount(decision.telling()),
                decision.telling().size());
    }

    private static long metCount(List<Finding.Leaf> leaves) {
        return leaves.stream().filter(leaf -> leaf.favourable() == Outcome.MET).count();
    }

    /// What may still be ordered of the programmes that are open, those begun first.
    List<AllotmentRow> allotments(
            Organisation organisation, Entitlements entitlements, Words words) {
        var pack = packs.get(organisation.office());
        var limits = new Limits(words);
        var open = entitlements.eligible();
        return entitlements.allotments().stream()
                .filter(state -> open.contains(state.programme()))
                .sorted(Comparator.comparing(state -> state.used().isZero()))
                .map(state -> allotment(state, pack, limits, words))
                .toList();
    }

    private static AllotmentRow allotment(
            AllotmentState state, Pack pack, Limits limits, Words words) {
        var title =
                pack.programme(state.programme())
                        .map(programme -> programme.title().in(words.language()))
                        .orElse(state.programme().value());
        var only =
                state.of().size() == 1
                        ? pack.offer(state.of().getFirst())
                                .map(offer -> offer.title().in(words.language()))
                        : Optional.<String>empty();
        return new AllotmentRow(
                only.orElse(title),
                limits.rule(state.allotment()),
                limits.meter(state),
                limits.shareLeft(state),
                limits.resetDay(state));
    }

    /// What was typed into the form "how would it help you", by whoever may.
    record Typed(Form form, FormErrors errors, boolean may) {}

    /// The page of one programme; empty where the office has no such programme.
    Optional<ProgrammePage> page(
            OrganisationId id, ProgrammeId programmeId, Typed typed, Words words) {
        var organisation = organisations.get(id);
        var pack = packs.get(organisation.office());
        return programmes
                .decisionOf(id, programmeId)
                .map(decision -> page(organisation, decision, pack, typed, words));
    }

    private ProgrammePage page(
            Organisation organisation,
            EligibilityDecision decision,
            Pack pack,
            Typed typed,
            Words words) {
        var programme = pack.programme(decision.basis().programme()).orElseThrow();
        var partner = pack.partner(programme.partner()).map(one -> one.name()).orElse("");
        var why =
                Reasons.in(words, pack)
                        .panel(
                                words.get("organisation.programme.caption", partner),
                                words.get("organisation.programme.demands", partner),
                                List.of(decision.reasons()));
        var since = decision.basis().version();
        return new ProgrammePage(
                programme.title().in(words.language()),
                programme.summary().in(words.language()),
                partner,
                badge(decision, words),
                words.get("organisation.programme.why." + decision.outcome()),
                words.get("organisation.programme.met", why.met(), why.all()),
                since.map(day ->
                                words.get(
                                        "organisation.programme.rules",
                                        partner,
                                        words.date(day),
                                        words.date(decision.basis().day())))
                        .orElse(""),
                why,
                programmes.mayStillOrder(organisation.id()).stream()
                        .filter(_ -> !(decision instanceof EligibilityDecision.Ineligible))
                        .filter(state -> state.programme().equals(programme.id()))
                        .map(state -> allotment(state, pack, new Limits(words), words))
                        .toList(),
                waivers.of(organisation.id()).stream()
                        .filter(one -> one.waiver().programme().equals(programme.id()))
                        .map(one -> waiver(one, decision, pack, words))
                        .toList(),
                past(organisation, programme.id(), pack, words),
                decision instanceof EligibilityDecision.Ineligible && !organisation.isDraft()
                        ? Optional.of(help(organisation, programme.id(), pack, typed, words))
                        : Optional.empty());
    }

    private Help help(
            Organisation organisation, ProgrammeId id, Pack pack, Typed typed, Words words) {
        var wish = wishes.of(organisation.id(), id);
        var told =
                wish.map(one ->
                                words.get(
                                        "eligibility.wish.told",
                                        words.date(day(one.changed(), pack))))
                        .orElse("");
        var answer = wish.map(Wish::answer).orElse("");
        var form = typed.errors().any() ? typed.form() : Form.empty().with("answer", answer);
        var today = day(clock.instant(), pack);
        return new Help(
                PATH + id.value() + "/wish",
                answer,
                told,
                typed.may(),
                form,
                typed.errors(),
                OpenToAll.offers(pack, organisation.profile().country(), today, words.language())
                        .stream()
                        .limit(OPEN_SHOWN)
                        .toList());
    }

    /// All but the one that stands, newest first.
    private List<Past> past(Organisation organisation, ProgrammeId id, Pack pack, Words words) {
        var rules = new RuleWords(words, pack);
        return programmes.decisionsBefore(organisation.id(), id).stream()
                .skip(1)
                .limit(PAST_SHOWN)
                .map(kept -> {
                    var decision = kept.decision();
                    return new Past(
                            words.dateTime(kept.decidedAt(), pack.office().zone()),
                            badge(decision, words),
                            decision.basis()
                                    .version()
                                    .map(from ->
                                            words.get("eligibility.past.rules", words.date(from)))
                                    .orElse(""),
                            decision.telling().stream().map(rules::sentence).toList());
                })
                .toList();
    }

    private static LocalDate day(Instant at, Pack pack) {
        return at.atZone(pack.office().zone()).toLocalDate();
    }

    private static String lifts(String rules, Words words) {
        return rules.isEmpty() ? "" : words.get("eligibility.waiver.lifts", rules);
    }

    /// The partner's approval as its organisation sees it (ELI-05).
    private static WaiverRow waiver(
            RecordedWaiver one, EligibilityDecision decision, Pack pack, Words words) {
        var day = decision.basis().day();
        var state =
                one.revoked().isPresent()
                        ? "revoked"
                        : one.isValidOn(day)
                                ? "valid"
                                : day.isAfter(one.waiver().to()) ? "ended" : "ahead";
        var tone = state.equals("valid") ? "ok" : state.equals("ahead") ? "info" : "mute";
        return new WaiverRow(
                new Badge(tone, words.get("waivers.state." + state)),
                words.get(
                        "programme.letter.waiver.from-to", one.waiver().from(), one.waiver().to()),
                lifts(new RuleWords(words, pack).lifted(decision), words),
                one.document(),
                one.file().map(file -> DocumentPages.PATH + file).orElse(""),
                one.revoked().map(RecordedWaiver.Revocation::reason).orElse(""));
    }
}
