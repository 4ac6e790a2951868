package org.passerelle.backoffice.finance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.backoffice.finance.MonthPage.Step;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.BankStatement;
import org.passerelle.banking.Banking;
import org.passerelle.banking.MovementsFound;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.MonthEnd;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ledger.Ledger;
import org.passerelle.ordering.Dunning;
import org.passerelle.pack.Packs;
import org.passerelle.payment.MoneyAccounts;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.PayableQuery.View;
import org.passerelle.payment.Payments;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutQuery;
import org.passerelle.payment.Payouts;
import org.passerelle.returns.ReturnState;
import org.passerelle.returns.Returns;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// What is left before a month's books are complete, each step with the page where it is done
/// (PAY-05).
@Component
class MonthClosing {
    private final Ledger ledger;
    private final Banking banking;
    private final Dunning dunning;
    private final Payments payments;
    private final Payouts payouts;
    private final Invoicing invoicing;
    private final MonthEnd monthEnd;
    private final Returns returns;
    private final Packs packs;
    private final Clock clock;

    MonthClosing(
            Ledger ledger,
            Banking banking,
            Dunning dunning,
            Payments payments,
            Payouts payouts,
            Invoicing invoicing,
            MonthEnd monthEnd,
            Returns returns,
            Packs packs,
            Clock clock) {
        this.ledger = ledger;
        this.banking = banking;
        this.dunning = dunning;
        this.payments = payments;
        this.payouts = payouts;
        this.invoicing = invoicing;
        this.monthEnd = monthEnd;
        this.returns = returns;
        this.packs = packs;
        this.clock = clock;
    }

    List<Step> of(OfficeId office, Month month, Frame frame) {
        var last = month.month().atEndOfMonth();
        var steps = new ArrayList<Step>();
        var statements = banking.statements(office);
        steps.add(reach(statements, last, frame));
        gap(statements, month, frame).ifPresent(steps::add);
        steps.addAll(atBank(office, statements, month, frame));
        var open = banking.count(office, MovementsFound.View.OPEN);
        steps.add(
                open == 0
                        ? Step.of(true, frame.word("finance.close.queue.done"), "/staff/bank")
                        : Step.of(false, frame.word("finance.close.queue", open), "/staff/bank"));
        recorded(office, month, frame).ifPresent(steps::add);
        steps.add(unpaid(office, frame));
        steps.add(excess(office, frame));
        steps.add(payouts(office, frame));
        steps.add(returned(office, frame));
        steps.add(invoices(office, last, frame));
        var balanced = month.books().all().closing().isZero();
        steps.add(
                new Step(
                        balanced ? "ok" : "bad",
                        frame.word(balanced ? "finance.close.books.done" : "finance.close.books"),
                        "/staff/ledger?from=%s&until=%s".formatted(month.month().atDay(1), last)));
        return steps;
    }

    /// Statements reach the month's end, or yesterday while it runs.
    private Step reach(List<BankStatement> statements, LocalDate last, Frame frame) {
        var yesterday = clock.instant().atZone(frame.zone()).toLocalDate().minusDays(1);
        var wanted = last.isAfter(yesterday) ? yesterday : last;
        return statements.stream()
                .map(BankStatement::to)
                .max(LocalDate::compareTo)
                .map(until ->
                        Step.of(
                                !until.isBefore(wanted),
                                frame.word("finance.close.bank", frame.words().date(until)),
                                "/staff/bank"))
                .orElseGet(
                        () -> Step.of(false, frame.word("finance.close.bank.none"), "/staff/bank"));
    }

    private Optional<Step> gap(List<BankStatement> statements, Month month, Frame frame) {
        return statements.stream()
                .filter(one ->
                        one.gap().isPresent() && YearMonth.from(one.from()).equals(month.month()))
                .min(Comparator.comparing(BankStatement::from))
                .map(one ->
                        Step.of(
                                false,
                                frame.word(
                                        "finance.close.bank.gap", frame.words().date(one.from())),
                                "/staff/bank?view=statements"));
    }

    /// For each account: its books on the last day that a statement of it shows, up to the month's
    /// end, against what that statement ends with.
    private List<Step> atBank(
            OfficeId office, List<BankStatement> statements, Month month, Frame frame) {
        var latest = new TreeMap<String, BankStatement>();
        statements.stream()
                .filter(one -> one.currency().equals(month.currency()))
                .filter(one -> one.closing().isPresent())
                .filter(one -> !one.to().isAfter(month.month().atEndOfMonth()))
                .forEach(one ->
                        latest.merge(
                                one.account(),
                                one,
                                BinaryOperator.maxBy(
                                        Comparator.comparing(BankStatement::to)
                                                .thenComparing(it -> it.number().orElse(0)))));
        return latest.values().stream().map(one -> atBank(office, one, frame)).toList();
    }

    private Step atBank(OfficeId office, BankStatement statement, Frame frame) {
        var account = MoneyAccounts.bank(statement.account());
        var booked = ledger.balance(office, account, statement.currency(), statement.to());
        var stated = statement.closing().orElseThrow();
        var day = frame.words().date(statement.to());
        return booked.equals(stated)
                ? Step.of(
                        true,
                        frame.word("finance.close.at-bank.done", frame.words().money(stated), day),
                        "/staff/bank?view=statements")
                : Step.of(
                        false,
                        frame.word(
                                "finance.close.at-bank",
                                day,
                                frame.words().money(stated),
                                frame.words().money(booked)),
                        "/staff/bank?view=statements");
    }

    /// What somebody recorded as having passed the bank, and no statement shows by now: the
    /// clearing account less what is open of the queue.
    private Optional<Step> recorded(OfficeId office, Month month, Frame frame) {
        var currency = month.currency();
        var clearing = MoneyAccounts.clearing(packs.get(office).office().payment().account());
        var open =
                Stream.of(true, false)
                        .map(credits -> banking.sums(office, currency, credits))
                        .map(sums -> sums.get(Optional.<BankMovement.Kind>empty()))
                        .filter(Objects::nonNull)
                        .reduce(Money.zero(currency), Money::plus);
        var recorded = ledger.balance(office, clearing, currency).plus(open);
        return recorded.isZero()
                ? Optional.empty()
                : Optional.of(
                        new Step(
                                "info",
                                frame.word("finance.close.recorded", frame.words().money(recorded)),
                                "/staff/ledger/account?kind=CLEARING&key=" + clearing.key()));
    }

    /// Orders of which money is missing: that keeps no month open, and is not forgotten.
    private Step unpaid(OfficeId office, Frame frame) {
        var open = dunning.count(office);
        return open == 0
                ? Step.of(true, frame.word("finance.close.unpaid.done"), "/staff/unpaid")
                : new Step("info", frame.word("finance.close.unpaid", open), "/staff/unpaid");
    }

    /// Orders for which more came than is owed.
    private Step excess(OfficeId office, Frame frame) {
        var over = payments.count(office, new PayableQuery(View.EXCESS, "", Set.of()));
        return over == 0
                ? Step.of(true, frame.word("finance.close.excess.done"), "/staff/payments")
                : Step.of(
                        false,
                        frame.word("finance.close.excess", over),
                        "/staff/payments?view=excess");
    }

    private Step payouts(OfficeId office, Frame frame) {
        var waiting =
                Stream.of(Payout.State.Code.DUE, Payout.State.Code.FAILED)
                        .mapToInt(state -> payouts.count(office, PayoutQuery.in(state)))
                        .sum();
        return waiting == 0
                ? Step.of(true, frame.word("finance.close.payouts.done"), "/staff/payouts")
                : Step.of(false, frame.word("finance.close.payouts", waiting), "/staff/payouts");
    }

    private Step returned(OfficeId office, Frame frame) {
        var states = returns.countByState(office);
        var waiting =
                Stream.of(ReturnState.Code.ANNOUNCED, ReturnState.Code.RECEIVED)
                        .mapToInt(state -> states.getOrDefault(state, 0))
                        .sum();
        return waiting == 0
                ? Step.of(true, frame.word("finance.close.returns.done"), "/staff/returns")
                : Step.of(false, frame.word("finance.close.returns", waiting), "/staff/returns");
    }

    /// What was delivered in a month that runs waits for its end.
    private Step invoices(OfficeId office, LocalDate last, Frame frame) {
        var waiting = invoicing.waiting(office, last);
        if (waiting.lines() == 0) {
            return Step.of(true, frame.word("finance.close.invoices.done"), "/staff/invoices");
        }
        var key =
                last.isAfter(monthEnd.until(office))
                        ? "finance.close.invoices.later"
                        : "finance.close.invoices";
        return Step.of(
                false,
                frame.word(key, waiting.organisations(), frame.words().money(waiting.gross())),
                "/staff/invoices");
    }
}
