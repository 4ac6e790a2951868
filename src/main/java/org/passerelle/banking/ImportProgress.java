package org.passerelle.banking;

/// Is told how far a bank's file is taken in (PAY-02).
@FunctionalInterface
public interface ImportProgress {
    /// Nobody wants to know.
    ImportProgress NOBODY = (_, _, _) -> {};

    /// What was done last with movements.
    enum Step {
        /// Read, and the balances agree.
        READ,
        /// Kept, where nobody had seen them.
        KEPT,
        /// Of the new ones, looked at for what they pay.
        DECIDED
    }

    /// `done` of `all` movements.
    void at(Step step, int done, int all);
}
