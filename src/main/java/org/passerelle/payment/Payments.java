package org.passerelle.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.payment.Payout.State;
import org.passerelle.payment.RecordOutcome.AlreadyRecorded;
import org.passerelle.payment.RecordOutcome.Differs;
import org.passerelle.payment.RecordOutcome.NoLongerOwed;
import org.passerelle.payment.RecordOutcome.NotAnAmount;
import org.passerelle.payment.RecordOutcome.OtherCurrency;
import org.passerelle.payment.RecordOutcome.Over;
import org.passerelle.payment.RecordOutcome.Settled;
import org.passerelle.payment.RecordOutcome.Short;
import org.passerelle.payment.domain.Account.Effect;
import org.passerelle.payment.domain.Account.Standing;
import org.passerelle.payment.domain.MoneyBack;
import org.passerelle.payment.domain.Payables;
import org.passerelle.payment.domain.Payables.Booked;
import org.passerelle.payment.domain.Payables.Kept;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the payment module: what is owed, what came in, what goes back (PAY-01).
@Service
@Transactional
public class Payments {
    private final Payables payables;
    private final TakingBack taking;
    private final Packs packs;
    private final OfficeBooks books;
    private final Backlog backlog;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(
            Payables payables,
            TakingBack taking,
            Packs packs,
            OfficeBooks books,
            Backlog backlog,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payables = payables;
        this.taking = taking;
        this.packs = packs;
        this.books = books;
        this.backlog = backlog;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Expects `total` for `ref` by transfer and says how it is paid. Asking again with the same
    /// content answers the same; a total of nothing is settled at once.
    ///
    /// @throws IllegalStateException when the reference is already billed with another content
    public Payable expect(
            PayableRef ref, OrganisationId organisation, OfficeId office, Money total) {
        payables.add(ref, organisation, office, total, clock.instant());
        var kept = held(ref);
        if (!kept.amount().equals(total) || !kept.organisation().equals(organisation)) {
            throw new IllegalStateException(ref + " is already billed otherwise");
        }
        var since = kept.expectedAt();
        books.post(books.of(kept.office()).expected(kept.bill(), kept.amount(), since));
        if (total.isZero() && kept.standing() == Standing.AWAITING) {
            payables.settle(kept, clock.instant());
            events.publishEvent(new PaymentSettled(ref, total));
        }
        return get(ref);
    }

    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    @Transactional(readOnly = true)
    public Payable get(PayableRef ref) {
        return find(ref).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Payable> find(PayableRef ref) {
        return payables.find(ref).map(this::view);
    }

    @Transactional(readOnly = true)
    public Optional<Payable> findBy(StructuredCommunication communication) {
        return payables.findBy(communication).map(this::view);
    }

    /// Payables of an office, newest first: `size` of them after the first `from`.
    @Transactional(readOnly = true)
    public PayablesFound search(OfficeId office, PayableQuery query, int from, int size) {
        return new PayablesFound(
                payables.search(office, query, from, size).stream().map(this::view).toList(),
                payables.count(office, query));
    }

    /// How many payables of an office a query finds.
    @Transactional(readOnly = true)
    public int count(OfficeId office, PayableQuery query) {
        return payables.count(office, query);
    }

    /// Those of `refs` that there are.
    @Transactional(readOnly = true)
    public Map<PayableRef, Payable> all(List<PayableRef> refs) {
        return payables.all(refs).stream()
                .map(this::view)
                .collect(Collectors.toMap(Payable::ref, Function.identity()));
    }

    @Transactional(readOnly = true)
    public List<Payable> ofOrganisation(OrganisationId organisation) {
        return payables.ofOrganisation(organisation).stream().map(this::view).toList();
    }

    /// Keeps that `received` came on the bank's day `on` under `bankReference`. The same receipt
    /// recorded twice counts once.
    ///
    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    public RecordOutcome record(
            Actor staff, PayableRef ref, Money received, LocalDate on, String bankReference) {
        var transfer =
                new Incoming(Means.TRANSFER, received, on, bankReference.strip(), Payer.unknown());
        return record(staff, ref, transfer);
    }

    /// Keeps that money came, by any means. The same reference recorded twice counts once (PAY-02,
    /// PAY-03, PAY-04).
    ///
    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    public RecordOutcome record(Actor actor, PayableRef ref, Incoming money) {
        var payable = held(ref);
        var received = money.amount();
        if (!received.getCurrencyUnit().equals(payable.amount().getCurrencyUnit())) {
            return new OtherCurrency(
                    payable.amount().getCurrencyUnit(), received.getCurrencyUnit());
        }
        if (!received.isPositive()) {
            return new NotAnAmount(received);
        }
        var receipt =
                new Payable.Receipt(
                        money.reference(),
                        received,
                        money.on(),
                        clock.instant(),
                        actor.signature(),
                        money.means(),
                        money.payer(),
                        money.fee(),
                        money.movement());
        if (!payables.book(payable, receipt)) {
            var booked = payables.booked(payable.office(), money.reference()).orElseThrow();
            return repeated(ref, receipt, booked);
        }
        books.post(books.of(payable.office()).received(payable.bill(), money));
        keep(actor, payable, "payment.recorded", received + " " + money.reference());
        return effect(payable, received);
    }

    private RecordOutcome effect(Kept payable, Money received) {
        var ref = payable.ref();
        return switch (payable.account().receiving(received)) {
            case Effect.StaysShort(var missing) -> {
                events.publishEvent(
                        new PaymentShort(ref, payable.received().plus(received), missing));
                yield new Short(get(ref), missing);
            }
            case Effect.Settles(var excess) -> {
                payables.settle(payable, clock.instant());
                events.publishEvent(new PaymentSettled(ref, payable.amount()));
                if (excess.isZero()) {
                    yield new Settled(get(ref));
                }
                events.publishEvent(new PaymentExceeded(ref, excess));
                yield new Over(get(ref), excess);
            }
            case Effect.AddsExcess(var excess) -> {
                events.publishEvent(new PaymentExceeded(ref, excess));
                yield payable.standing() == Standing.WITHDRAWN
                        ? new NoLongerOwed(get(ref), excess)
                        : new Over(get(ref), excess);
            }
        };
    }

    private RecordOutcome repeated(PayableRef ref, Payable.Receipt asked, Booked booked) {
        if (!booked.ref().equals(ref)) {
            return new Differs(Differs.Field.PAYABLE);
        }
        if (!booked.receipt().amount().equals(asked.amount())) {
            return new Differs(Differs.Field.AMOUNT);
        }
        return booked.receipt().on().equals(asked.on())
                ? new AlreadyRecorded(get(ref))
                : new Differs(Differs.Field.DAY);
    }

    /// What is missing for `ref` may come until the end of `day`, whatever the office's terms say
    /// (ORD-13).
    ///
    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    public Payable waitUntil(Actor actor, PayableRef ref, LocalDate day, String reason) {
        var payable = held(ref);
        payables.waitUntil(payable, day);
        keep(actor, payable, "payment.more-time", day + " " + reason.strip());
        return get(ref);
    }

    /// Keeps that money of a receipt was taken back by whoever carried it: what is missing has to
    /// come anew, and what was promised back of it and has not left goes nowhere. The same
    /// reference counts once (PAY-03, PAY-04).
    ///
    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    public TakeBackOutcome takeBack(Actor actor, PayableRef ref, TakenBack taken) {
        return taking.back(actor, held(ref), taken, () -> get(ref));
    }

    /// Nothing is owed for `ref` any more: whatever came goes back to the account that paid, and
    /// what still comes is noted as excess. Answers what is to go back now; asking again finds
    /// nothing more (ORD-07).
    ///
    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    public Money returnMoney(Actor actor, PayableRef ref, String reason) {
        var payable = held(ref);
        if (payable.standing() != Standing.WITHDRAWN) {
            var now = clock.instant();
            payables.withdraw(payable, now);
            books.post(books.of(payable.office()).withdrawn(payable.bill(), payable.amount(), now));
        }
        return repay(actor, payable, payable.here(), reason, false);
    }

    /// What came and is not owed goes back to the account that paid; answers how much.
    ///
    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    public Money returnExcess(Actor staff, PayableRef ref, String reason) {
        var payable = held(ref);
        return repay(staff, payable, view(payable).excess(), reason, false);
    }

    /// Part of what was owed and paid goes back after all, such as for goods that were returned: it
    /// is owed no more (ORD-09). Never more than is owed, nor than came and is still here. Answers
    /// how much; whoever asks does so once.
    ///
    /// @throws java.util.NoSuchElementException when nothing was billed under `ref`
    public Money giveBack(Actor actor, PayableRef ref, Money amount, String reason) {
        var payable = held(ref);
        var here = payable.here();
        var owed = view(payable).owed();
        var most = here.isLessThan(owed) ? here : owed;
        return repay(actor, payable, amount.isLessThan(most) ? amount : most, reason, true);
    }

    private Money repay(
            Actor actor, Kept payable, Money amount, String reason, boolean lowersOwed) {
        if (!amount.isPositive()) {
            return Money.zero(amount.getCurrencyUnit());
        }
        var repayment =
                new Payable.Repayment(
                        amount, reason, clock.instant(), actor.signature(), lowersOwed);
        var back =
                MoneyBack.split(payable.receipts(), payable.reversals(), payable.payouts(), amount)
                        .stream()
                        .map(part -> Backlog.payout(payable, repayment, part, new State.Due()))
                        .toList();
        payables.repay(payable, repayment, back);
        keep(actor, payable, "payment.returned", amount + " " + reason);
        for (var payout : back) {
            books.post(books.of(payable.office()).due(payout));
            events.publishEvent(new PayoutDue(payout.id(), payable.office(), payout.means()));
        }
        return amount;
    }

    /// The payable, held until the transaction ends, with all that happened to it posted.
    private Kept held(PayableRef ref) {
        var payable = payables.lock(ref).orElseThrow();
        return backlog.post(payable) ? payables.lock(ref).orElseThrow() : payable;
    }

    private void keep(Actor actor, Kept payable, String action, String detail) {
        audit.record(
                new AuditEntry(
                        actor,
                        action,
                        new AuditSubject(payable.ref().kind(), payable.ref().number()),
                        Optional.of(payable.organisation()),
                        detail));
    }

    private Payable view(Kept kept) {
        var office = packs.get(kept.office()).office();
        var account = office.payment();
        var iban = Iban.parse(account.account());
        var expectedOn = kept.expectedAt().atZone(office.zone()).toLocalDate();
        return new Payable(
                kept.ref(),
                kept.organisation(),
                kept.office(),
                Payable.State.valueOf(kept.standing().name()),
                kept.amount(),
                kept.received(),
                kept.returned(),
                kept.communication(),
                account.beneficiary(),
                iban.map(Iban::printed).orElse(account.account()),
                account.bic(),
                iban.flatMap(valid -> epc(account, valid, kept)),
                kept.expectedAt(),
                account.remindedOn(expectedOn),
                lastDay(office, kept, expectedOn),
                kept.settledAt(),
                kept.receipts(),
                kept.repayments(),
                kept.payouts(),
                kept.reversals());
    }

    /// The code for what is still missing: after a part came, a code for the whole would have it
    /// paid twice.
    private static Optional<EpcQrCode> epc(Office.Payment account, Iban iban, Kept kept) {
        return kept.standing() == Standing.AWAITING
                ? EpcQrCode.of(
                        account.beneficiary(),
                        iban,
                        Optional.of(account.bic()),
                        kept.account().missing(),
                        kept.communication().toString())
                : Optional.empty();
    }

    private static LocalDate lastDay(Office office, Kept kept, LocalDate expectedOn) {
        var terms = office.payment();
        var planned = kept.lastDay().orElseGet(() -> terms.lastDay(expectedOn));
        return kept.receipts().stream()
                .map(Payable.Receipt::recordedAt)
                .min(Comparator.naturalOrder())
                .map(part -> terms.lastDayFrom(part.atZone(office.zone()).toLocalDate()))
                .filter(planned::isBefore)
                .orElse(planned);
    }
}
