package dev.hilo.db;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Two rows that may not both be there: the unique index decides, also between calls that come at once. */
public final class Clash {

    /** What may clash. */
    @FunctionalInterface
    public interface Work<T> {
        T run();
    }

    private Clash() {}

    /** The work's result; the refusal when the work was stopped by the unique index or constraint of that name. */
    public static <T> T guard(String index, Supplier<? extends RuntimeException> refusal, Work<T> work) {
        try {
            return work.run();
        } catch (JdbiException e) {
            throw hits(index, e) ? refusal.get() : e;
        }
    }

    private static boolean hits(String index, JdbiException e) {
        return e.getCause() instanceof SQLException sql
                && PSQLState.UNIQUE_VIOLATION.getState().equals(sql.getSQLState())
                && sql instanceof PSQLException server
                && server.getServerErrorMessage() != null
                && index.equals(server.getServerErrorMessage().getConstraint());
    }
}
