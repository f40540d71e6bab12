package dev.hilo.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which ticket a mail belongs to, by its Message-ID; ids stand without their brackets, see {@link MessageIds}. */
public final class MailMessages {

    /** Of the ids that a mail refers to: the first of its ticket and the latest. */
    private static final int LONGEST_THREAD = 20;

    private MailMessages() {}

    /**
     * Remembers a mail in the transaction that writes its entry.
     *
     * @return false when the account knows the id already: the same mail has been delivered before
     */
    public static boolean add(
            Handle handle,
            long accountId,
            String messageId,
            long ticketId,
            Long conversationId,
            Direction direction,
            Instant now) {
        return handle.attach(MailMessageStore.class)
                .insert(accountId, messageId, ticketId, conversationId, direction, now);
    }

    /** The last of the ids that is known; a References header names the closest relative last. */
    public static Optional<MailMessage> find(Handle handle, long accountId, List<String> messageIds) {
        if (messageIds.isEmpty()) return Optional.empty();
        return handle.attach(MailMessageStore.class).latestOf(accountId, messageIds);
    }

    /**
     * The first mail of a ticket and its latest until a time, oldest first.
     *
     * @param publicOnly whether those that the requester has not seen are left out
     */
    public static List<MailMessage> thread(
            Handle handle, long accountId, long ticketId, boolean publicOnly, Instant until) {
        return handle.attach(MailMessageStore.class).thread(accountId, ticketId, publicOnly, until, LONGEST_THREAD);
    }
}
