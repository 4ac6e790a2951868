package org.passerelle.ledger;

/// A cause is posted already, with another content. It is a fault of whoever posts: nothing was
/// changed (PAY-05).
public class CauseTaken extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public CauseTaken(Posting asked, Posting kept) {
        super(asked.cause() + " is posted already: " + kept + ", asked: " + asked);
    }
}
