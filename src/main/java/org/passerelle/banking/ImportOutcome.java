package org.passerelle.banking;

import java.util.List;
import java.util.Set;

/// What became of a bank's file (PAY-02).
public sealed interface ImportOutcome {

    /// It was read whole.
    ///
    /// @param statements of the office's account, the new ones
    /// @param known statements that were here before, unchanged
    /// @param leftOut other accounts in the file
    /// @param shown movements in it
    /// @param added movements nobody had seen
    /// @param byItself of these, what was assigned without asking
    /// @param toDecide of these, what waits in the queue
    record Taken(
            List<BankStatement> statements,
            int known,
            Set<String> leftOut,
            int shown,
            int added,
            int byItself,
            int toDecide)
            implements ImportOutcome {
        public Taken {
            statements = List.copyOf(statements);
            leftOut = Set.copyOf(leftOut);
        }
    }

    /// A report within the day or an advice was read whole. It counts no money: the statement does.
    ///
    /// @param isReport of the day so far (camt.052); else an advice of bookings (camt.054)
    /// @param bookings it tells of, for the office's account
    /// @param payments in these
    /// @param added bookings nobody had told of
    /// @param leftOut other accounts in the file
    /// @param split payments that are movements now, for the statement has their booking
    /// @param byItself of these, what was assigned without asking
    /// @param toDecide of these, what waits in the queue
    record Advised(
            boolean isReport,
            int bookings,
            int payments,
            int added,
            Set<String> leftOut,
            int split,
            int byItself,
            int toDecide)
            implements ImportOutcome {
        public Advised {
            leftOut = Set.copyOf(leftOut);
        }
    }

    /// Nothing of it was taken.
    record Refused(FileFault fault) implements ImportOutcome {}
}
