package org.passerelle.banking.store;

import static org.passerelle.banking.store.generated.Tables.DECISION;
import static org.passerelle.banking.store.generated.Tables.MOVEMENT;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.Movement;
import org.passerelle.banking.MovementsFound.View;

/// Which movements are wanted, as SQL.
final class MovementCondition {
    private MovementCondition() {}

    static Condition of(View view) {
        return switch (view) {
            case OPEN -> DSL.condition(MOVEMENT.IS_OPEN);
            case BY_ITSELF -> decided(true).and(MOVEMENT.AMOUNT_MINOR.gt(0L)).and(whole());
            case DECIDED -> decided(false);
            case ALL -> DSL.noCondition();
        };
    }

    /// Not split: its money is its own, not that of its parts.
    static Condition whole() {
        return DSL.notExists(
                DSL.selectOne()
                        .from(DECISION)
                        .where(DECISION.MOVEMENT.eq(MOVEMENT.ID))
                        .and(DECISION.KIND.eq(Kind.SPLIT.name())));
    }

    private static Condition decided(boolean byItself) {
        return DSL.exists(
                DSL.selectOne()
                        .from(DECISION)
                        .where(
                                DECISION.MOVEMENT
                                        .eq(MOVEMENT.ID)
                                        .and(DECISION.BY_ITSELF.eq(byItself))
                                        .and(DECISION.UNDONE_AT.isNull())));
    }

    /// The same amount the other way, with a reference or the other side in common.
    static Condition otherHalfOf(Movement movement) {
        var bank = movement.bank();
        return MOVEMENT.AMOUNT_MINOR
                .eq(-movement.amount().getAmountMinorLong())
                .and(
                        same(MOVEMENT.SERVICER_REFERENCE, bank.servicer())
                                .or(same(MOVEMENT.TRANSACTION_REFERENCE, bank.transaction()))
                                .or(same(MOVEMENT.END_TO_END, bank.endToEnd()))
                                .or(
                                        same(
                                                MOVEMENT.COUNTER_ACCOUNT,
                                                movement.counterparty().account())));
    }

    private static Condition same(Field<String> field, String value) {
        return value.isEmpty() ? DSL.falseCondition() : field.eq(value);
    }
}
