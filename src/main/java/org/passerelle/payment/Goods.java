package org.passerelle.payment;

/// Answers for what a module bills: whoever moves money that came for it asks first (PAY-02).
public interface Goods {
    /// Whether something of it was handed over, so that its money stays where it is.
    boolean isHandedOver(PayableRef ref);
}
