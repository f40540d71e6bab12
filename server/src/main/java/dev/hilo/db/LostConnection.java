package dev.hilo.db;

import java.sql.SQLException;

/** Tells a failure of the connection or the server from a failure of the statement. */
final class LostConnection {

    private LostConnection() {}

    static boolean isCauseOf(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && isLoss(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Class 08 is the connection, 57P01 and 57P02 the server's shutdown or crash. */
    private static boolean isLoss(String state) {
        return state != null && (state.startsWith("08") || state.equals("57P01") || state.equals("57P02"));
    }
}
