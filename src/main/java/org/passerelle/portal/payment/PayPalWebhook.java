package org.passerelle.portal.payment;

import java.nio.charset.StandardCharsets;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.paypal.HearOutcome;
import org.passerelle.paypal.PayPalMessages;
import org.passerelle.paypal.Transmission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Where PayPal sends its messages, one address for each office (PAY-03). Its status says whether
/// PayPal shall send again; there is nothing else to read.
@RestController
class PayPalWebhook {
    /// Bytes of a message; PayPal's have some thousand.
    private static final int LONGEST = 200_000;

    private final PayPalMessages messages;
    private final Packs packs;

    PayPalWebhook(PayPalMessages messages, Packs packs) {
        this.messages = messages;
        this.packs = packs;
    }

    @PostMapping("/webhooks/paypal/{office}")
    ResponseEntity<Void> hear(
            @PathVariable String office,
            @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) byte[] body) {
        var known =
                packs.installed().stream()
                        .map(pack -> pack.id())
                        .filter(one -> one.value().equals(office))
                        .findFirst();
        if (known.isEmpty() || body == null) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        return body.length > LONGEST
                ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build()
                : ResponseEntity.status(status(known.get(), headers, body)).build();
    }

    private HttpStatus status(OfficeId office, HttpHeaders headers, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return switch (messages.hear(office, transmission(headers), text)) {
            case HearOutcome.Heard _ -> HttpStatus.OK;
            case HearOutcome.Forged _, HearOutcome.Unreadable _ -> HttpStatus.BAD_REQUEST;
            case HearOutcome.NoAccount _ -> HttpStatus.NOT_FOUND;
            case HearOutcome.Later _ -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static Transmission transmission(HttpHeaders headers) {
        return new Transmission(
                header(headers, "PAYPAL-AUTH-ALGO"),
                header(headers, "PAYPAL-CERT-URL"),
                header(headers, "PAYPAL-TRANSMISSION-ID"),
                header(headers, "PAYPAL-TRANSMISSION-SIG"),
                header(headers, "PAYPAL-TRANSMISSION-TIME"));
    }

    private static String header(HttpHeaders headers, String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value;
    }
}
