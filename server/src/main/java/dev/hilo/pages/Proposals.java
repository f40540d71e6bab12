package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import org.jdbi.v3.core.Handle;

/** Where answers that an agent was offered come from; it is told what became of them. */
public interface Proposals {

    /** It went out in a reply. @param body as it was sent, maybe changed */
    void sent(Handle handle, Caller caller, long ticketId, long proposal, String body, long entry);

    /** The reply in which one went out was taken back. */
    void takenBack(Handle handle, Caller caller, long ticketId, long entry);
}
