package org.passerelle.portal.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Statement;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payments;
import org.passerelle.payment.Payout;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// "What do we owe, and why": the organisation's account, in a volunteer's words (PAY-05).
@Controller
class BalancePages {
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    /// The newest lines are shown first of all; the others when asked for.
    private static final int LINES = 60;

    private static final int ALL = 2_000;

    private final Ledger ledger;
    private final Payments payments;
    private final Organisations organisations;
    private final Packs packs;
    private final Acting acting;

    BalancePages(
            Ledger ledger,
            Payments payments,
            Organisations organisations,
            Packs packs,
            Acting acting) {
        this.ledger = ledger;
        this.payments = payments;
        this.organisations = organisations;
        this.packs = packs;
        this.acting = acting;
    }

    @GetMapping("/organisation/balance")
    String balance(
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            return Acting.none("orders", model);
        }
        var size = form.has("lines", "all") ? ALL : LINES;
        model.addAttribute("page", page(membership.get().organisation(), size, frame.words()));
        return "portal/payment/balance";
    }

    private BalancePage page(OrganisationId organisation, int size, Words words) {
        var office = organisations.get(organisation).office();
        var currency = packs.get(office).office().currency();
        var account = Account.customer(organisation);
        var total = ledger.statement(office, account, currency, FIRST, EVER, 0, 1).total();
        var left = Math.max(0, total - size);
        var shown = ledger.statement(office, account, currency, FIRST, EVER, left, size);
        var payouts = payouts(organisation);
        var before =
                left == 0 || shown.lines().isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(words.money(before(shown.lines().getFirst())));
        return new BalancePage(
                headline(shown.closing(), words),
                words.get("balance." + tone(shown.closing()) + ".text"),
                onItsWay(payouts, Money.zero(currency), words),
                before,
                asItReads(shown.lines()).stream().map(line -> line(line, payouts, words)).toList());
    }

    /// Money on its way back stands last on its day, after what it is for: the credit note comes a
    /// moment later into the books.
    static List<Statement.Line> asItReads(List<Statement.Line> lines) {
        if (lines.isEmpty()) {
            return lines;
        }
        var balance = before(lines.getFirst());
        var read = new ArrayList<Statement.Line>();
        var sorted =
                lines.stream()
                        .sorted(
                                Comparator.comparing(Statement.Line::on)
                                        .thenComparing(
                                                line -> line.cause().kind().startsWith("payout")))
                        .toList();
        for (var line : sorted) {
            balance = balance.plus(line.amount());
            read.add(
                    new Statement.Line(
                            line.entry(),
                            line.on(),
                            line.cause(),
                            line.organisation(),
                            line.about(),
                            line.amount(),
                            balance));
        }
        return read;
    }

    private static Money before(Statement.Line first) {
        return first.balance().minus(first.amount());
    }

    private Map<String, Payout> payouts(OrganisationId organisation) {
        var payouts = new HashMap<String, Payout>();
        payments.ofOrganisation(organisation).stream()
                .flatMap(payable -> payable.payouts().stream())
                .forEach(payout -> payouts.put(payout.id().toString(), payout));
        return payouts;
    }

    private static Optional<String> onItsWay(
            Map<String, Payout> payouts, Money nothing, Words words) {
        var due =
                payouts.values().stream()
                        .filter(payout ->
                                payout.counts() && payout.state().code() != Payout.State.Code.SENT)
                        .map(Payout::amount)
                        .filter(amount -> amount.isSameCurrency(nothing))
                        .reduce(nothing, Money::plus);
        return due.isZero()
                ? Optional.empty()
                : Optional.of(words.get("balance.due", words.money(due)));
    }

    private static String tone(Money closing) {
        return closing.isPositive() ? "owes" : closing.isNegative() ? "credit" : "even";
    }

    private static String headline(Money closing, Words words) {
        return words.get("balance." + tone(closing), words.money(closing.abs()));
    }

    private static BalancePage.Line line(
            Statement.Line line, Map<String, Payout> payouts, Words words) {
        var cause = line.cause();
        var what =
                words.find("balance." + cause.kind()).orElseGet(() -> words.get("balance.other"));
        var detail =
                switch (cause.kind()) {
                    case "receipt" -> cause.key();
                    case "payout" ->
                            Optional.ofNullable(payouts.get(cause.key()))
                                    .map(payout -> state(payout, words))
                                    .orElse("");
                    default -> "";
                };
        return new BalancePage.Line(
                words.date(line.on()),
                what,
                order(line.about()),
                invoice(line.about()),
                detail,
                line.amount().isPositive() ? words.money(line.amount()) : "",
                line.amount().isNegative() ? words.money(line.amount().negated()) : "",
                words.money(line.balance()));
    }

    private static String state(Payout payout, Words words) {
        return switch (payout.state()) {
            case Payout.State.Due _ -> words.get("balance.payout.due");
            case Payout.State.Sent(var on, _) -> words.get("balance.payout.sent", words.date(on));
            case Payout.State.Failed _ -> words.get("balance.payout.failed");
            case Payout.State.Dropped _ -> words.get("balance.payout.dropped");
        };
    }

    private static Optional<String> invoice(String about) {
        return Stream.of("invoice ", "credit-note ")
                .filter(about::startsWith)
                .map(kind -> about.substring(kind.length()))
                .findFirst();
    }

    /// The order a line is for, as people say it.
    private static Optional<String> order(String about) {
        var parts = about.split(" ", 2);
        return parts.length == 2
                        && OrderNumber.isOrder(new PayableRef(parts[0], parts[1]))
                        && parts[1].matches(".+/[0-9]{1,18}")
                ? Optional.of(OrderNumber.ofKey(parts[1]).toString())
                : Optional.empty();
    }
}
