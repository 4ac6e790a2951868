package org.passerelle.paypal.store;

import static org.passerelle.paypal.store.generated.Tables.ATTEMPT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.PayableRef;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.AttemptId;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.AttemptState.Asked;
import org.passerelle.paypal.AttemptState.Begun;
import org.passerelle.paypal.AttemptState.Captured;
import org.passerelle.paypal.AttemptState.Left;
import org.passerelle.paypal.AttemptState.Open;
import org.passerelle.paypal.AttemptState.Pending;
import org.passerelle.paypal.AttemptState.Refused;
import org.passerelle.paypal.AttemptState.TakenBack;
import org.passerelle.paypal.store.generated.tables.records.AttemptRecord;

/// Attempts as rows, and back.
final class AttemptRows {
    private AttemptRows() {}

    static AttemptRecord row(DSLContext db, Attempt attempt) {
        var row = db.newRecord(ATTEMPT);
        row.setId(attempt.id().value());
        row.setPayableKind(attempt.payable().kind());
        row.setPayableNumber(attempt.payable().number());
        row.setOrganisation(attempt.organisation().value());
        row.setOffice(attempt.office().value());
        row.setChoice(attempt.choice().name());
        row.setAmountMinor(attempt.amount().getAmountMinorLong());
        row.setCurrency(attempt.amount().getCurrencyUnit().getCode());
        row.setLooks(attempt.looks());
        row.setStartedAt(time(attempt.startedAt()));
        row.setStartedBy(attempt.startedBy().name());
        row.setStartedByPerson(attempt.startedBy().personValue());
        row.setSince(time(attempt.state().since()));
        attempt.state().paypalOrder().ifPresent(row::setPaypalOrder);
        state(row, attempt.state());
        return row;
    }

    private static void state(AttemptRecord row, AttemptState state) {
        switch (state) {
            case Begun _ -> row.setState("BEGUN");
            case Open it -> {
                row.setState("OPEN");
                row.setApproveAt(it.approveAt());
            }
            case Asked _ -> row.setState("ASKED");
            case Pending it -> {
                row.setState("PENDING");
                row.setCapture(it.capture());
                row.setReason(it.reason());
            }
            case Captured it -> {
                row.setState("CAPTURED");
                row.setCapture(it.capture());
                row.setCapturedMinor(it.amount().getAmountMinorLong());
                it.fee().ifPresent(fee -> row.setFeeMinor(fee.getAmountMinorLong()));
            }
            case Refused it -> {
                row.setState("REFUSED");
                row.setReason(it.reason());
            }
            case Left it -> {
                row.setState("LEFT");
                row.setReason(it.why().name());
            }
            case TakenBack it -> {
                row.setState("TAKEN_BACK");
                row.setCapture(it.capture());
                row.setCapturedMinor(it.amount().getAmountMinorLong());
            }
        }
    }

    static Attempt attempt(AttemptRecord row) {
        var currency = CurrencyUnit.of(row.getCurrency());
        return new Attempt(
                new AttemptId(row.getId()),
                new PayableRef(row.getPayableKind(), row.getPayableNumber()),
                new OrganisationId(row.getOrganisation()),
                OfficeId.of(row.getOffice()),
                Attempt.Choice.valueOf(row.getChoice()),
                Money.ofMinor(currency, row.getAmountMinor()),
                state(row, currency),
                row.getLooks(),
                row.getStartedAt().toInstant(),
                Signature.of(row.getStartedBy(), row.getStartedByPerson()));
    }

    private static AttemptState state(AttemptRecord row, CurrencyUnit currency) {
        var since = row.getSince().toInstant();
        var order = Objects.requireNonNullElse(row.getPaypalOrder(), "");
        return switch (row.getState()) {
            case "BEGUN" -> new Begun(since);
            case "OPEN" -> new Open(since, order, row.getApproveAt());
            case "ASKED" -> new Asked(since, order);
            case "PENDING" -> new Pending(since, order, row.getCapture(), row.getReason());
            case "CAPTURED" ->
                    new Captured(
                            since,
                            order,
                            row.getCapture(),
                            Money.ofMinor(currency, row.getCapturedMinor()),
                            Optional.ofNullable(row.getFeeMinor())
                                    .map(fee -> Money.ofMinor(currency, fee)));
            case "REFUSED" -> new Refused(since, order, row.getReason());
            case "LEFT" ->
                    new Left(
                            since,
                            Optional.ofNullable(row.getPaypalOrder()),
                            AttemptState.Why.valueOf(row.getReason()));
            case "TAKEN_BACK" ->
                    new TakenBack(
                            since,
                            order,
                            row.getCapture(),
                            Money.ofMinor(currency, row.getCapturedMinor()));
            default -> throw new IllegalStateException("No state: " + row.getState());
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
