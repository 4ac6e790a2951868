package org.passerelle.backoffice.banking;

import java.util.Optional;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payout;
import org.passerelle.ui.Frame;

/// Money on its way back in the reader's words.
final class PayoutWords {
    private PayoutWords() {}

    static String path(Payout payout) {
        return PayoutPages.PATH + "/" + payout.id();
    }

    /// @param payer the organisation, for where nobody else is named
    /// @param file in which it is written already
    /// @param fits whether it can go into a file
    static PayoutsPage.Row row(
            Payout one, String payer, Optional<String> file, boolean fits, Frame frame) {
        var words = frame.words();
        var number = one.payable().map(BankWords::number);
        var state =
                switch (one.state()) {
                    case Payout.State.Due _ ->
                            file.map(name -> frame.word("banking.payout.in-file", name))
                                    .orElseGet(() -> frame.word("banking.payout.is-due"));
                    case Payout.State.Sent(var on, var reference) ->
                            frame.word("banking.payout.is-sent", words.date(on), reference);
                    case Payout.State.Failed(var why) ->
                            frame.word("banking.payout.is-failed", why);
                    case Payout.State.Dropped(var why) ->
                            frame.word("banking.payout.is-dropped", why);
                };
        var tone =
                switch (one.state()) {
                    case Payout.State.Due _ -> file.isPresent() ? "info" : "warn";
                    case Payout.State.Sent _ -> "ok";
                    case Payout.State.Failed _ -> "bad";
                    case Payout.State.Dropped _ -> "info";
                };
        return new PayoutsPage.Row(
                one.id().toString(),
                number.map(it -> frame.word("banking.order", it))
                        .orElseGet(() -> frame.word("banking.payout.queue")),
                number.map(it -> "/staff/orders/" + it).orElse(""),
                words.dateTime(one.dueAt(), frame.zone()),
                one.to().name().filter(name -> !name.isBlank()).orElse(payer),
                one.to()
                        .account()
                        .map(BankWords::printed)
                        .orElseGet(() ->
                                one.means() == Means.TRANSFER
                                                && !(one.state() instanceof Payout.State.Sent)
                                        ? frame.word("banking.payout.no-iban")
                                        : ""),
                frame.word("banking.means." + BankWords.code(one.means())),
                words.money(one.amount()),
                one.reason(),
                tone,
                state,
                file.isEmpty() && fits,
                path(one));
    }
}
