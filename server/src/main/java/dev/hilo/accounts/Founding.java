package dev.hilo.accounts;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What a feature puts into a new account, in the transaction that creates it: default roles, fields, policies. */
@FunctionalInterface
public interface Founding {
    void found(Handle handle, long accountId, NewAccount account, Instant now);
}
