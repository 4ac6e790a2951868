package org.passerelle.ordering;

import org.passerelle.pack.model.Office;

/// Where an office wants its cheques sent (PAY-04).
public final class ChequeAddress {
    private ChequeAddress() {}

    /// As its pack says; else to the seller.
    public static String of(Office office) {
        return office.payment()
                .chequeAddress()
                .map(String::strip)
                .or(() ->
                        office.seller()
                                .map(seller ->
                                        seller.name()
                                                + "\n"
                                                + seller.address().street()
                                                + "\n"
                                                + seller.address().town()
                                                + " "
                                                + seller.address().postalCode()))
                .orElseGet(() -> office.payment().beneficiary());
    }
}
