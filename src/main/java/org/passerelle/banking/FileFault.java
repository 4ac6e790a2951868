package org.passerelle.banking;

import java.util.List;

/// Why a bank's file is refused, and where (PAY-02).
///
/// @param line from 1; 0 where no line is to blame
/// @param details what the reason's words name
public record FileFault(Kind kind, int line, List<String> details) {
    public FileFault {
        details = List.copyOf(details);
    }

    public enum Kind {
        /// No XML at all, such as a PDF or files that are packed.
        NOT_XML,
        /// XML that is damaged or cut off. Detail: what the parser says.
        DAMAGED,
        /// XML that points elsewhere or defines its own words: no bank writes that.
        UNSAFE,
        /// Another kind of file. Detail: its kind.
        NOT_CAMT,
        /// Something without which money cannot be counted is missing. Detail: its name.
        MISSING,
        /// An amount that is none. Details: element, text.
        WRONG_AMOUNT,
        /// A day that is none. Details: element, text.
        WRONG_DAY,
        /// Opening balance and movements do not give the closing balance. Details: account,
        /// opening, movements, closing, difference.
        DOES_NOT_RECONCILE,
        /// None of its accounts is the office's. Detail: the accounts.
        OTHER_ACCOUNT,
        /// Larger than a statement can be. Detail: megabytes that are taken.
        TOO_LARGE,
        /// It holds no statement at all.
        EMPTY
    }
}
