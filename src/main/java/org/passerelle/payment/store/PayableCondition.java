package org.passerelle.payment.store;

import static org.passerelle.payment.store.generated.Tables.PAYABLE;
import static org.passerelle.payment.store.generated.Tables.PAYOUT;
import static org.passerelle.payment.store.generated.Tables.RECEIPT;
import static org.passerelle.payment.store.generated.Tables.REPAYMENT;
import static org.passerelle.payment.store.generated.Tables.TAKEN_BACK;

import java.math.BigDecimal;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.Payout;
import org.passerelle.payment.StructuredCommunication;
import org.passerelle.payment.domain.Account.Standing;

/// A query as SQL; short and in excess mean what [org.passerelle.payment.Payable] computes.
final class PayableCondition {
    private PayableCondition() {}

    static Condition of(PayableQuery query) {
        return view(query.view()).and(text(query));
    }

    private static Condition view(PayableQuery.View view) {
        return switch (view) {
            case AWAITING -> is(Standing.AWAITING);
            case SHORT -> is(Standing.AWAITING).and(received().gt(BigDecimal.ZERO));
            case EXCESS -> received().minus(returned()).gt(owed());
            case SETTLED -> is(Standing.SETTLED);
            case ALL -> DSL.noCondition();
        };
    }

    private static Condition is(Standing standing) {
        return PAYABLE.STATE.eq(standing.name());
    }

    private static Field<BigDecimal> owed() {
        return DSL.when(is(Standing.WITHDRAWN), BigDecimal.ZERO)
                .otherwise(
                        PAYABLE.AMOUNT_MINOR
                                .cast(BigDecimal.class)
                                .minus(repaid(DSL.condition(REPAYMENT.LOWERS_OWED))));
    }

    private static Field<BigDecimal> received() {
        return sum(RECEIPT.AMOUNT_MINOR, RECEIPT.PAYABLE, DSL.noCondition())
                .minus(sum(TAKEN_BACK.AMOUNT_MINOR, TAKEN_BACK.PAYABLE, DSL.noCondition()));
    }

    private static Field<BigDecimal> returned() {
        var dropped = PAYOUT.STATE.eq(Payout.State.Code.DROPPED.name());
        return repaid(DSL.noCondition()).minus(sum(PAYOUT.AMOUNT_MINOR, PAYOUT.PAYABLE, dropped));
    }

    private static Field<BigDecimal> repaid(Condition which) {
        return sum(REPAYMENT.AMOUNT_MINOR, REPAYMENT.PAYABLE, which);
    }

    private static Field<BigDecimal> sum(
            TableField<?, Long> amount, TableField<?, UUID> payable, Condition which) {
        return DSL.coalesce(
                DSL.field(
                        DSL.select(DSL.sum(amount))
                                .from(amount.getTable())
                                .where(payable.eq(PAYABLE.ID).and(which))),
                BigDecimal.ZERO);
    }

    private static Condition text(PayableQuery query) {
        var text = query.text();
        if (text.isEmpty()) {
            return DSL.noCondition();
        }
        var communication =
                StructuredCommunication.parse(text)
                        .map(it -> PAYABLE.COMMUNICATION.eq(it.digits()))
                        .orElseGet(DSL::falseCondition);
        return communication
                .or(PAYABLE.NUMBER.eq(text))
                .or(PAYABLE.NUMBER.endsWith("/" + text))
                .or(
                        PAYABLE.ORGANISATION.in(
                                query.organisations().stream()
                                        .map(OrganisationId::value)
                                        .toList()));
    }
}
