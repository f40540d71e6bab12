package dev.hilo.export;

import dev.hilo.accounts.Account;
import java.util.Optional;

/** Where an export goes. What a run writes is seen at its commit, all at once; without a commit nothing has changed. */
interface Target extends AutoCloseable {

    /** What the last run left, where there was one. */
    Optional<Manifest> last(Account account) throws Exception;

    /**
     * Begins to write a table. A whole one replaces what is there of the account; otherwise the rows that are touched
     * go and those that are written come.
     */
    TableWriter write(Account account, Table table, boolean whole) throws Exception;

    void commit(Account account, Manifest manifest) throws Exception;

    @Override
    void close() throws Exception;

    /** Takes what is told of one table, touched ids first. */
    interface TableWriter extends AutoCloseable {
        void touch(long id) throws Exception;

        /** @param values in the order of the columns; the array is used again */
        void row(Object[] values) throws Exception;

        @Override
        void close() throws Exception;
    }
}
