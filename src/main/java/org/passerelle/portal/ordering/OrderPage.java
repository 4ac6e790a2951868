package org.passerelle.portal.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.portal.returns.ReturnsPage;
import org.passerelle.ui.Fact;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Option;
import org.passerelle.ui.Step;
import org.passerelle.ui.Why;

/// One order: where it stands, how to pay, its lines with codes and deliveries, what happened
/// (ORD-05, ORD-11).
///
/// @param ended what follows from its end, for an order that ended without a delivery
/// @param payment while money is still to come
/// @param cancel whether it may be cancelled, or why not
/// @param mayAct whether the reader may do more than read
/// @param today as a field for a day takes it
public record OrderPage(
        String number,
        String placed,
        String tone,
        String state,
        Optional<String> reason,
        Optional<String> ended,
        List<Step> steps,
        Optional<Payment> payment,
        List<Line> lines,
        String net,
        List<CartPage.Vat> vats,
        String gross,
        List<Fact> facts,
        List<LogEntry> events,
        Cancel cancel,
        boolean mayAct,
        String today,
        List<Document> documents,
        List<ReturnsPage.Listed> returns,
        Cancelling cancelling) {

    /// What is said before an order is cancelled (ORD-08).
    ///
    /// @param reasons of the office to choose from; none where it names none
    /// @param effects what follows: what goes back, what is free again, what is kept
    public record Cancelling(List<Option> reasons, List<String> effects) {}

    /// How to pay. The path draws the QR code in a square of `qrSize` units.
    ///
    /// @param online whether the reader may pay by card or PayPal now
    /// @param byTransfer whether the office takes transfers
    /// @param cheque where it is to be paid by cheque: nothing else is offered then
    /// @param mayBeCheque whether the reader may have it paid by cheque instead
    /// @param underWay a payment that is not decided yet: nobody should pay again
    public record Payment(
            String number,
            boolean online,
            boolean byTransfer,
            Optional<UnderWay> underWay,
            String beneficiary,
            String iban,
            String bic,
            String communication,
            String amount,
            Optional<String> missing,
            Optional<String> by,
            Optional<String> qrPath,
            int qrSize,
            String instructions,
            Optional<ByCheque> cheque,
            boolean mayBeCheque) {}

    /// What to write on the cheque that the order waits for (PAY-04).
    ///
    /// @param mayChange whether the reader may pay otherwise
    public record ByCheque(String payee, String address, boolean mayChange) {}

    /// @param address of the page that says how it stands
    public record UnderWay(String said, String address) {}

    public record Line(
            int position,
            String offer,
            String title,
            String partner,
            long quantity,
            String net,
            String tone,
            String state,
            boolean late,
            List<Delivery> deliveries,
            List<Fact> answers,
            Optional<Support> support,
            Optional<Seats> seats,
            List<Why.Link> conditions) {}

    /// The partner's support that comes with a line.
    public record Support(String name, String tone, String state, Optional<String> number) {}

    /// Units that are for one named person each (ORD-12).
    ///
    /// @param former who had one until when, one a line
    /// @param mayGive whether a free one may be given to somebody now
    /// @param open whether somebody is just being named
    public record Seats(
            String count,
            List<Seat> holders,
            List<String> former,
            boolean mayFree,
            boolean mayGive,
            boolean asksNewUsers,
            boolean open) {}

    /// @param told the name, with the address where another holder bears it too
    public record Seat(int place, String name, String told, String email, String since) {}

    /// One thing handed over. Secrets are shown to members of the organisation only.
    ///
    /// @param address to open; empty where there is none
    /// @param isUnderWay a parcel of which nobody has said that it arrived
    public record Delivery(
            String id,
            String what,
            String at,
            List<String> secrets,
            Optional<String> address,
            List<Fact> facts,
            boolean isToken,
            boolean isUnderWay) {}

    public enum Cancel {
        POSSIBLE,
        TRANSMITTED,
        OVER,
        READER
    }

    /// A letter about this order.
    public record Document(String subject, String sent, String address) {}
}
