package org.passerelle.ui;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;

/// Tells a database that does not answer, or not in time, from everything else that may break: what
/// was asked may be asked again.
public final class DatabaseAway {
    private DatabaseAway() {}

    /// Whether a failure comes from a database that does not answer, rather than from what was
    /// asked.
    public static boolean is(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof SQLException sql && isPassing(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /// Class 08 is a lost connection, 57P01 to 57P03 a server that stops or starts, 53300 too many;
    /// 55P03 waited too long for a lock, class 40 met another who changed the same, 25P03 was idle
    /// for too long.
    private static boolean isPassing(@Nullable String state) {
        // The server names a state for whatever it refuses; the pool has none for a connection that
        // it closed because the server was gone.
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("40")
                || Set.of("53300", "55P03", "25P03").contains(state);
    }
}
