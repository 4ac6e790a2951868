package org.passerelle.payment;

import java.util.ArrayList;
import java.util.Optional;
import org.passerelle.payment.Payable.Repayment;
import org.passerelle.payment.Payout.State;
import org.passerelle.payment.domain.MoneyBack;
import org.passerelle.payment.domain.Payables;
import org.passerelle.payment.domain.Payables.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Posts what was billed before there was a ledger (PAY-05): at the first start, in the background
/// of the running product, and sooner for what somebody touches.
@Component
class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    static final String BEFORE = "noted before payouts were kept";

    private final Payables payables;
    private final OfficeBooks books;
    private final TransactionTemplate transaction;

    Backlog(Payables payables, OfficeBooks books, PlatformTransactionManager transactions) {
        this.payables = payables;
        this.books = books;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void post() {
        payables.unposted().forEach(this::postAlone);
    }

    /// In a transaction of its own, so that one that cannot be posted keeps no other back; it is
    /// tried again at the next start.
    private void postAlone(PayableRef ref) {
        try {
            transaction.executeWithoutResult(_ -> payables.lock(ref).ifPresent(this::post));
        } catch (RuntimeException failure) {
            LOG.warn("{} is not posted in the ledger", ref, failure);
        }
    }

    /// Posts all that happened to one payable, which the caller holds, unless that is done. True
    /// when something was done: what the caller read is old then.
    boolean post(Kept payable) {
        if (!payables.toPost(payable)) {
            return false;
        }
        var postings = books.of(payable.office());
        var bill = payable.bill();
        books.post(postings.expected(bill, payable.amount(), payable.expectedAt()));
        payable.receipts()
                .forEach(receipt -> books.post(postings.received(bill, receipt.incoming())));
        payable.withdrawnAt()
                .ifPresent(at -> books.post(postings.withdrawn(bill, payable.amount(), at)));
        var old = new ArrayList<Payout>();
        payable.repayments()
                .forEach(repayment -> {
                    var received =
                            payable.receipts().stream()
                                    .filter(it -> !it.recordedAt().isAfter(repayment.notedAt()))
                                    .toList();
                    for (var part : MoneyBack.split(received, old, repayment.amount())) {
                        old.add(payout(payable, repayment, part, new State.Failed(BEFORE)));
                    }
                });
        payables.goesBack(payable, old);
        old.forEach(payout -> books.post(postings.due(payout)));
        return true;
    }

    /// A way back for part of what is noted to go back.
    static Payout payout(Kept payable, Repayment repayment, MoneyBack.Part part, State state) {
        return new Payout(
                PayoutId.random(),
                payable.office(),
                Optional.of(payable.organisation()),
                Optional.of(payable.ref()),
                part.receipt(),
                Optional.empty(),
                part.means(),
                part.amount(),
                part.to(),
                repayment.reason(),
                state,
                1,
                repayment.notedAt(),
                repayment.by());
    }
}
