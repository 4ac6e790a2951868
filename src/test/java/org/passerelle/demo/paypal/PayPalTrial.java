package org.passerelle.demo.paypal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.passerelle.agenda.DueHandler;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Ledger;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payments;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.Attempt.Choice;
import org.passerelle.paypal.AttemptId;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.PayPalMessages;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.paypal.StartOutcome;
import org.springframework.beans.factory.annotation.Autowired;

/// Buyers at the simulated PayPal.
abstract class PayPalTrial {
    static final OfficeId CANADA = OfficeId.of("techsoup-ca");
    static final Actor BUYER = new Actor.Member(PersonId.random(), "Isabelle");
    static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired PayPalPayments paypal;
    @Autowired PayPalMessages messages;
    @Autowired SimulatedPayPal simulated;
    @Autowired SimulatedMessages simulatedMessages;
    @Autowired Payments payments;
    @Autowired Ledger ledger;
    @Autowired List<DueHandler> handlers;
    @Autowired DSLContext db;

    static Money cad(String amount) {
        return Money.parse("CAD " + amount);
    }

    PayableRef owed(String amount) {
        var ref = new PayableRef("test", UUID.randomUUID().toString());
        payments.expect(ref, OrganisationId.random(), CANADA, cad(amount));
        return ref;
    }

    StartOutcome start(PayableRef ref, Choice choice) {
        return paypal.start(
                BUYER,
                ref,
                choice,
                "Order 1",
                Language.EN,
                new PayPalPayments.WayBack() {
                    @Override
                    public String agreed(AttemptId attempt) {
                        return "http://localhost/agreed";
                    }

                    @Override
                    public String cancelled(AttemptId attempt) {
                        return "http://localhost/cancelled";
                    }
                });
    }

    Attempt started(PayableRef ref) {
        return ((StartOutcome.Ready) start(ref, Choice.CARD)).attempt();
    }

    static String orderOf(Attempt attempt) {
        return attempt.state().paypalOrder().orElseThrow();
    }

    Attempt paid(PayableRef ref, Course course) {
        var attempt = started(ref);
        simulated.approve(orderOf(attempt), course);
        return paypal.comeBack(attempt.id());
    }

    Attempt settled(AttemptId id, Class<? extends AttemptState> in) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> in.isInstance(paypal.find(id).orElseThrow().state()));
        return paypal.find(id).orElseThrow();
    }
}
