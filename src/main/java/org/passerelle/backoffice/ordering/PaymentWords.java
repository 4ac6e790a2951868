package org.passerelle.backoffice.ordering;

import org.passerelle.payment.RecordOutcome;
import org.passerelle.words.Words;

/// What became of a receipt, as a key of words, its arguments and a tone.
record PaymentWords(String tone, String key, Object... arguments) {
    private static final String KEY = "ordering.staff.payment.";

    static PaymentWords of(RecordOutcome outcome, Words words) {
        return switch (outcome) {
            case RecordOutcome.Settled _ -> new PaymentWords("ok", KEY + "settled");
            case RecordOutcome.Short(_, var missing) ->
                    new PaymentWords("warn", KEY + "short", words.money(missing));
            case RecordOutcome.Over(_, var excess) ->
                    new PaymentWords("warn", KEY + "over", words.money(excess));
            case RecordOutcome.NoLongerOwed(_, var excess) ->
                    new PaymentWords("warn", KEY + "no-longer-owed", words.money(excess));
            case RecordOutcome.AlreadyRecorded _ -> new PaymentWords("info", KEY + "again");
            case RecordOutcome.Differs(var field) ->
                    new PaymentWords(
                            "bad",
                            KEY + "differs." + field.name().toLowerCase(java.util.Locale.ROOT));
            case RecordOutcome.OtherCurrency(var expected, _) ->
                    new PaymentWords("bad", KEY + "currency", expected.getCode());
            case RecordOutcome.NotAnAmount _ -> new PaymentWords("bad", KEY + "amount.wrong");
        };
    }
}
