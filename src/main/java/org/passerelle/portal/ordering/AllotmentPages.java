package org.passerelle.portal.ordering;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.identity.SignedIn;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.portal.Acting;
import org.passerelle.portal.Limits;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.History;
import org.passerelle.programme.Programmes;
import org.passerelle.ui.Frame;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// "What may I still order", read from the ledger that orders are checked against (ORD-04, ORD-05).
@Controller
class AllotmentPages {
    private final Programmes programmes;
    private final Organisations organisations;
    private final Packs packs;
    private final Acting acting;

    AllotmentPages(Programmes programmes, Organisations organisations, Packs packs, Acting acting) {
        this.programmes = programmes;
        this.organisations = organisations;
        this.packs = packs;
        this.acting = acting;
    }

    @GetMapping("/organisation/allotments")
    String allotments(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            return Acting.none("allotments", model);
        }
        var organisation = membership.get().organisation();
        var pack = packs.get(organisations.get(organisation).office());
        var entitlements = programmes.entitlementsOf(organisation);
        var all = entitlements.allotments();
        // What may be ordered now, and what was: limits of a programme that is not open say nothing
        // to whoever cannot use them.
        var open = entitlements.eligible();
        var shown =
                all.stream()
                        .filter(one -> !one.used().isZero() || open.contains(one.programme()))
                        .toList();
        model.addAttribute("page", page(pack, shown, shown.size() < all.size(), frame));
        return "portal/ordering/allotments";
    }

    private static AllotmentsPage page(
            Pack pack, List<AllotmentState> states, boolean othersAreClosed, Frame frame) {
        var groups =
                states.stream()
                        .sorted(Comparator.comparing(state -> state.used().isZero()))
                        .collect(
                                Collectors.groupingBy(
                                        AllotmentState::programme,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var shown = new ArrayList<AllotmentsPage.Group>();
        groups.forEach((id, own) -> {
            var programme = pack.programme(id).orElseThrow();
            shown.add(
                    new AllotmentsPage.Group(
                            programme.title().in(frame.language()),
                            pack.partner(programme.partner())
                                    .map(partner -> partner.name())
                                    .orElse(""),
                            own.stream().map(s -> allotment(pack, s, frame)).toList()));
        });
        return new AllotmentsPage(shown, othersAreClosed);
    }

    private static AllotmentsPage.Allotment allotment(
            Pack pack, AllotmentState state, Frame frame) {
        var words = frame.words();
        var limits = new Limits(words);
        return new AllotmentsPage.Allotment(
                limits.left(state),
                state.of().stream()
                        .map(offer -> title(pack, offer, frame))
                        .collect(Collectors.joining(", ")),
                limits.meter(state),
                state.used().isZero() ? Optional.empty() : Optional.of(limits.explained(state)),
                state.since()
                        .map(since ->
                                words.get(
                                        "ordering.allotments.since", firstDay(pack, state, since)))
                        .orElse(""),
                limits.resets(state),
                uses(pack, state.lines(), frame),
                state.renewals().map(it -> renewals(pack, state, it, frame)).orElse(List.of()));
    }

    private static List<AllotmentsPage.Use> uses(Pack pack, List<History.Line> lines, Frame frame) {
        return lines.stream().map(line -> use(pack, line, frame)).toList();
    }

    /// What the two years' orders let renew: those of the year before now, those of this year in
    /// the next.
    private static List<AllotmentsPage.Renewable> renewals(
            Pack pack, AllotmentState state, AllotmentState.Renewals may, Frame frame) {
        var key = "ordering.allotments.renew.";
        var shown = new ArrayList<AllotmentsPage.Renewable>();
        shown.add(
                new AllotmentsPage.Renewable(
                        frame.word(key + (may.now().isEmpty() ? "none" : "now")),
                        uses(pack, may.now(), frame)));
        if (!may.next().isEmpty() && state.resets().isPresent()) {
            shown.add(
                    new AllotmentsPage.Renewable(
                            frame.word(key + "next", state.resets().get()),
                            uses(pack, may.next(), frame)));
        }
        return shown;
    }

    /// Days of a window begin in the zone of its programme's fiscal year, where it names one.
    static LocalDate firstDay(Pack pack, AllotmentState state, Instant since) {
        var zone =
                pack.programme(state.programme())
                        .flatMap(Programme::fiscalYear)
                        .map(Programme.FiscalYear::zone)
                        .orElse(pack.office().zone());
        return since.atZone(zone).toLocalDate();
    }

    private static AllotmentsPage.Use use(Pack pack, History.Line line, Frame frame) {
        return new AllotmentsPage.Use(
                Long.toString(OrderNumber.ofKey(line.order()).value()),
                frame.words().date(line.placed().atZone(frame.zone()).toLocalDate()),
                line.quantity() + " × " + title(pack, line.offer(), frame),
                frame.word(
                        line.state() == History.State.DELIVERED
                                ? "ordering.allotments.used"
                                : "ordering.allotments.reserved"));
    }

    private static String title(Pack pack, OfferId offer, Frame frame) {
        return pack.offer(offer)
                .map(found -> found.title().in(frame.language()))
                .orElse(offer.value());
    }
}
