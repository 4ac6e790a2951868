package org.passerelle.tax;

import java.util.Optional;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Correspondence;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.Packs;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Tells an organisation what became of its VAT number and of its exemptions (INV-02, INV-05).
@Component
class TaxLetters {
    private static final String KEY = "tax.letter.";

    private final Correspondence correspondence;
    private final Packs packs;
    private final WebAddress web;

    TaxLetters(Correspondence correspondence, Packs packs, WebAddress web) {
        this.correspondence = correspondence;
        this.packs = packs;
        this.web = web;
    }

    void checked(Organisation to, VatCheck check) {
        var kind = check.valid() ? "number-valid" : "number-invalid";
        var words = correspondence.words(to);
        var layout =
                begin(to, words, kind)
                        .paragraph(words.get(KEY + kind + ".text", check.number(), check.on()));
        if (check.valid()) {
            layout =
                    layout.fact(
                            words.get("tax.number.valid-until"), words.date(check.validUntil()));
        }
        send(to, kind, layout, check.number() + ":" + check.at());
    }

    void checkOver(Organisation to, VatCheck check) {
        var kind = "number-over";
        var words = correspondence.words(to);
        var layout =
                begin(to, words, kind)
                        .paragraph(
                                words.get(
                                        KEY + kind + ".text",
                                        check.number(),
                                        check.on(),
                                        check.validUntil()));
        send(to, kind, layout, check.number() + ":" + check.at());
    }

    /// Accepted, refused or revoked; who took it back knows it.
    void decided(Organisation to, Exemption exemption) {
        switch (exemption.state()) {
            case Exemption.Accepted(_, _, _, var reason) ->
                    write(to, exemption, "exemption-accepted", reason);
            case Exemption.Refused(_, _, var reason) ->
                    write(to, exemption, "exemption-refused", reason);
            case Exemption.Revoked(_, _, var reason) ->
                    write(to, exemption, "exemption-revoked", reason);
            case Exemption.Asked _, Exemption.Withdrawn _ -> {
                // The member's own act.
            }
        }
    }

    void ends(Organisation to, Exemption exemption) {
        write(to, exemption, "exemption-ends", "");
    }

    void ended(Organisation to, Exemption exemption) {
        write(to, exemption, "exemption-ended", "");
    }

    private void write(Organisation to, Exemption exemption, String kind, String reason) {
        var words = correspondence.words(to);
        var office = packs.get(to.office()).office();
        var layout = begin(to, words, kind).paragraph(words.get(KEY + kind + ".text"));
        if (!reason.isEmpty()) {
            layout = layout.paragraph(reason);
        }
        layout =
                layout.fact(words.get("tax.exemption.certificate"), exemption.certificate())
                        .fact(
                                words.get("tax.exemption.place"),
                                Places.name(office, exemption.place(), words.language()))
                        .fact(
                                words.get("tax.exemption.days"),
                                TaxGroundWords.days(exemption.from(), exemption.until(), words));
        send(to, kind, layout, "" + exemption.id());
    }

    private LetterLayout begin(Organisation to, Words words, String kind) {
        return correspondence
                .begin(to, words.get(KEY + kind + ".subject"))
                .button(words.get(KEY + "button"), web.of("/organisation/tax"));
    }

    private void send(Organisation to, String kind, LetterLayout layout, String unique) {
        correspondence.send(
                to,
                new Correspondence.Note(
                        "tax." + kind, layout, KEY + "why", unique, Optional.empty()));
    }
}
