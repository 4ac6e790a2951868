package org.passerelle.notification;

/// Takes letters away. Behind it stands a mail server, or the development mailbox.
interface Post {

    /// Hands one letter over.
    ///
    /// @throws Unreachable when nobody answers: no other letter would fare better now
    /// @throws Refused when this letter cannot be taken
    void deliver(SentLetter letter);

    /// Whether letters leave the house.
    boolean leavesTheHouse();

    final class Unreachable extends RuntimeException {
        Unreachable(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    final class Refused extends RuntimeException {
        Refused(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
