package org.passerelle.ui;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/// Tells a database that does not answer from everything else that may break.
public final class DatabaseAway {
    private DatabaseAway() {}

    /// Whether a failure comes from a database that does not answer, rather than from what was
    /// asked.
    public static boolean is(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql && isLostConnection(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /// Class 08 is a lost connection, 57P01 to 57P03 a server that stops or starts, 53300 too many.
    private static boolean isLostConnection(@Nullable String state) {
        return state != null
                && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
