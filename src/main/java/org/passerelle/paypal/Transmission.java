package org.passerelle.paypal;

/// What PayPal sends beside a message so that it can be verified: the headers `PAYPAL-AUTH-ALGO`,
/// `-CERT-URL`, `-TRANSMISSION-ID`, `-TRANSMISSION-SIG` and `-TRANSMISSION-TIME` (PAY-03).
public record Transmission(
        String algorithm, String certificate, String id, String signature, String time) {

    /// Without one of them nothing can be verified.
    public boolean isWhole() {
        return !algorithm.isBlank()
                && !certificate.isBlank()
                && !id.isBlank()
                && !signature.isBlank()
                && !time.isBlank();
    }
}
