package org.passerelle.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.WebAddress;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.UnitsGivenBack;
import org.passerelle.organisation.Correspondence;
import org.passerelle.organisation.Correspondence.Note;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.ReturnState.SendBack;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What an organisation is written about a return (ORD-09): to its official address, each once.
@Component
class ReturnLetters {
    private final Correspondence correspondence;
    private final Organisations organisations;
    private final RefundDesk desk;
    private final WebAddress web;

    ReturnLetters(
            Correspondence correspondence,
            Organisations organisations,
            RefundDesk desk,
            WebAddress web) {
        this.correspondence = correspondence;
        this.organisations = organisations;
        this.desk = desk;
        this.web = web;
    }

    /// The office decides; nothing is to be sent yet. Says on which grounds it is looked at.
    void announced(Order order, Return asked) {
        var words = words(asked);
        var layout = goods(order, asked, begin(asked, "announced"));
        for (var decision : desk.decisions(order, asked).values()) {
            for (var row : new RefundWords(words).why(decision).rows()) {
                layout = layout.fact(row.criterion(), RefundWords.told(row));
            }
        }
        send(asked, "announced", layout);
    }

    void accepted(Order order, Return asked, SendBack sendBack) {
        var words = words(asked);
        var costs =
                desk.decisions(order, asked).values().stream()
                        .anyMatch(decision -> decision.terms().costWithCustomer());
        var layout =
                goods(order, asked, begin(asked, "accepted"))
                        .fact(said(asked, "send-back.to"), sendBack.address())
                        .fact(said(asked, "send-back.number"), asked.number().toString())
                        .fact(said(asked, "send-back.by"), words.date(sendBack.by()))
                        .paragraph(said(asked, costs ? "line.cost.customer" : "line.cost.office"))
                        .paragraph(said(asked, "letter.accepted.late"));
        send(asked, "accepted", layout);
    }

    void received(Order order, Return asked, LocalDate on) {
        var layout =
                layout(asked, "received")
                        .paragraph(said(asked, "letter.received.body", words(asked).date(on)));
        send(asked, "received", goods(order, asked, layout));
    }

    /// @param ended what went on with the units that came back, and ended with them
    void settled(
            Order order,
            Return asked,
            ReturnState.Settled state,
            List<UnitsGivenBack.Ended> ended) {
        var words = words(asked);
        var kind =
                state.remedy() == Remedy.REPLACEMENT
                        ? "settled.replacement"
                        : state.returned().isZero() ? "settled.free" : "settled";
        var layout = layout(asked, "settled").paragraph(said(asked, "letter." + kind + ".body"));
        for (var line : asked.lines()) {
            layout =
                    layout.fact(
                            line.accepted() + " × " + order.line(line.position()).title(),
                            line.inspected()
                                    .filter(_ -> state.remedy() == Remedy.MONEY)
                                    .map(found -> words.money(found.net().plus(found.taxes())))
                                    .orElseGet(
                                            () -> new RefundWords(words).remedy(state.remedy())));
        }
        if (state.returned().isPositive()) {
            layout = layout.fact(said(asked, "returned"), words.money(state.returned()));
        }
        if (state.reason().isPresent()) {
            layout = layout.fact(said(asked, "letter.settled.partly"), state.reason().get());
        }
        send(asked, "settled", ended(order, asked, ended, layout));
    }

    private LetterLayout ended(
            Order order, Return asked, List<UnitsGivenBack.Ended> ended, LetterLayout layout) {
        var told = layout;
        for (var one : ended) {
            var title = order.line(one.position()).title();
            if (!one.persons().isEmpty()) {
                told = told.fact(said(asked, "ended.seats"), String.join(", ", one.persons()));
            }
            if (one.support()) {
                told = told.fact(said(asked, "ended.support"), title);
            }
        }
        return told;
    }

    /// Refused, not accepted after opening, or closed because no parcel came.
    void ended(Order order, Return asked) {
        var kind = asked.state().code().word();
        var layout = begin(asked, kind);
        var reason = asked.state().because();
        if (reason.isPresent()) {
            layout = layout.fact(said(asked, "why-not"), reason.get());
        }
        send(asked, kind, goods(order, asked, layout));
    }

    private LetterLayout goods(Order order, Return asked, LetterLayout layout) {
        var told = layout.fact(said(asked, "letter.order"), order.number().toString());
        for (var line : asked.lines()) {
            told =
                    told.fact(
                            line.units() + " × " + order.line(line.position()).title(),
                            new RefundWords(words(asked)).reason(line.reason()));
        }
        return told;
    }

    private LetterLayout begin(Return asked, String kind) {
        return layout(asked, kind).paragraph(said(asked, "letter." + kind + ".body"));
    }

    private LetterLayout layout(Return asked, String kind) {
        return correspondence.begin(
                to(asked), said(asked, "letter." + kind + ".subject", asked.number()));
    }

    private void send(Return asked, String kind, LetterLayout layout) {
        var path = "/orders/" + asked.number().order() + "/returns/" + asked.number().sequence();
        correspondence.sendOnce(
                to(asked),
                new Note(
                        "returns." + kind,
                        layout.button(said(asked, "letter.to-return"), web.of(path)),
                        "returns.letter.why",
                        asked.number().key(),
                        Optional.of(asked.number().letters())));
    }

    private String said(Return asked, String key, Object... arguments) {
        return words(asked).get("returns." + key, arguments);
    }

    private Words words(Return asked) {
        return correspondence.words(to(asked));
    }

    private Organisation to(Return asked) {
        return organisations.get(asked.organisation());
    }
}
