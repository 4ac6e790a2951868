package org.passerelle.banking;

/// Why a payment seems to be for something.
///
/// @param slips letters or digits that differ, for the kinds that count them; else 0
public record Sign(Kind kind, int slips) {
    public static Sign of(Kind kind) {
        return new Sign(kind, 0);
    }

    /// The strongest first.
    public enum Kind {
        /// Its structured communication stands on the payment.
        COMMUNICATION(100),
        /// The same with a digit wrong or two changed about.
        COMMUNICATION_MISSPELT(45),
        /// Its number stands in the text.
        NUMBER(50),
        /// The account paid for the same organisation before.
        KNOWN_ACCOUNT(35),
        /// What is missing, to the cent.
        SAME_AMOUNT(30),
        SAME_NAME(30),
        /// The name with a few letters wrong.
        NAME_MISSPELT(20),
        /// Some words of the name.
        NAME_IN_PART(10),
        /// Less than is missing.
        LESS(0),
        /// More than is missing.
        MORE(0),
        ALREADY_PAID(-10),
        NO_LONGER_OWED(-10);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        public int weight() {
            return weight;
        }
    }
}
