package org.passerelle.portal.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Fact;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Step;
import org.passerelle.ui.Why;

/// One order: where it stands, how to pay, its lines with codes and deliveries, what happened
/// (ORD-05, ORD-11).
///
/// @param payment while money is still to come
/// @param cancel whether it may be cancelled, or why not
public record OrderPage(
        String number,
        String placed,
        String tone,
        String state,
        Optional<String> reason,
        List<Step> steps,
        Optional<Payment> payment,
        List<Line> lines,
        String net,
        List<CartPage.Vat> vats,
        String gross,
        List<Fact> facts,
        List<LogEntry> events,
        Cancel cancel,
        List<Document> documents) {

    /// How to pay. The path draws the QR code in a square of `qrSize` units.
    public record Payment(
            String beneficiary,
            String iban,
            String bic,
            String communication,
            String amount,
            Optional<String> missing,
            Optional<String> by,
            Optional<String> qrPath,
            int qrSize,
            String instructions) {}

    public record Line(
            int position,
            String offer,
            String title,
            String partner,
            long quantity,
            String net,
            String tone,
            String state,
            List<Delivery> deliveries,
            List<Fact> answers,
            List<String> persons,
            List<Why.Link> conditions) {}

    /// One thing handed over. Secrets are shown to members of the organisation only.
    ///
    /// @param address to open; empty where there is none
    public record Delivery(
            String id,
            String what,
            String at,
            List<String> secrets,
            Optional<String> address,
            List<Fact> facts,
            boolean isToken) {}

    public enum Cancel {
        POSSIBLE,
        TRANSMITTED,
        OVER,
        READER
    }

    /// A letter about this order.
    public record Document(String subject, String sent, String address) {}
}
