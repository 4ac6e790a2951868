package org.passerelle.portal.ordering;

import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.identity.SignedIn;
import org.passerelle.ordering.ChequeCounter;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office.Payment.Means;
import org.passerelle.payment.Payments;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Frame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// How to pay an order by transfer, to save or to hand on (PAY-01).
@Controller
class PaymentPdfPage {
    private final OwnOrders orders;
    private final Payments payments;
    private final Organisations organisations;
    private final Packs packs;
    private final PaymentPdf pdf;
    private final ChequeCounter cheques;
    private final Acting acting;

    PaymentPdfPage(
            OwnOrders orders,
            Payments payments,
            Organisations organisations,
            Packs packs,
            PaymentPdf pdf,
            ChequeCounter cheques,
            Acting acting) {
        this.orders = orders;
        this.payments = payments;
        this.organisations = organisations;
        this.packs = packs;
        this.pdf = pdf;
        this.cheques = cheques;
        this.acting = acting;
    }

    @GetMapping("/orders/{number}/payment.pdf")
    ResponseEntity<byte[]> payment(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            Frame frame,
            HttpServletRequest request) {
        var membership = acting.member(who, request);
        var order = orders.find(membership, number);
        var payable = payments.get(order.number().payable());
        var office = packs.get(order.number().office()).office();
        if (payable.missing().isZero()
                || !office.payment().takes(Means.TRANSFER)
                || cheques.waits(order.number())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var language = frame.words().language();
        var bytes =
                pdf.write(
                        frame.words(),
                        office.name().in(language),
                        order.number().toString(),
                        organisations.get(membership.organisation()).name(),
                        office.payment().instructions().in(language),
                        payable);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        "inline; filename=\"%s-%s.pdf\""
                                .formatted(order.number().office(), order.number()))
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
