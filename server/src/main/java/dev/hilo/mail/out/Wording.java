package dev.hilo.mail.out;

import org.jdbi.v3.core.Handle;

/** What an account's mail says around what somebody wrote. */
@FunctionalInterface
public interface Wording {

    /** The letter with the subject and body that it is sent with. */
    Letter worded(Handle handle, long accountId, Letter letter);
}
