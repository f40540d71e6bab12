package dev.hilo.transfers;

import dev.hilo.accounts.Caller;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Takes the rows of an import in, one at a time, in the caller's transaction. */
@FunctionalInterface
interface ImportedRows {

    /** Makes a record, or changes the one that is there already; refuses what does not fit. */
    void take(Handle handle, Caller caller, Map<String, String> row);
}
