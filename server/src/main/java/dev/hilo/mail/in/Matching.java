package dev.hilo.mail.in;

import dev.hilo.accounts.Secrets;
import dev.hilo.mail.MailMessages;
import dev.hilo.mail.ReplyToken;
import dev.hilo.mail.SubjectTag;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which ticket a mail belongs to: by the token in an address, then by the mails that it refers to, then by the tag in its
 * subject, which anybody can write and so counts only of those who take part.
 */
final class Matching {

    private static final int LONGEST_MERGE = 10;

    /**
     * @param byToken whether the address says so, which only those know who got a mail of the ticket
     * @param isPrivate whether it answers what the requester has not seen
     */
    record Match(long ticketId, boolean byToken, boolean isPrivate) {}

    private final Handle handle;
    private final MailInStore store;
    private final long accountId;
    private final Letter letter;

    private Matching(Handle handle, long accountId, Letter letter) {
        this.handle = handle;
        this.store = handle.attach(MailInStore.class);
        this.accountId = accountId;
        this.letter = letter;
    }

    /** Empty where it begins a ticket. */
    static Optional<Match> find(Handle handle, Secrets secrets, long accountId, Letter letter) {
        var token = new ReplyToken(secrets.of(handle, accountId));
        return new Matching(handle, accountId, letter).find(token);
    }

    private Optional<Match> find(ReplyToken token) {
        var referred = MailMessages.find(handle, accountId, letter.references());
        boolean isPrivate = referred.map(mail -> mail.conversationId())
                .flatMap(id -> store.isPrivate(accountId, id))
                .orElse(false);
        var byToken = token.verify(String.join(" ", letter.recipients())).flatMap(this::open);
        if (byToken.isPresent()) return Optional.of(new Match(byToken.get(), true, isPrivate));
        var byReference = referred.flatMap(mail -> open(mail.ticketId()));
        if (byReference.isPresent()) return Optional.of(new Match(byReference.get(), false, isPrivate));
        return SubjectTag.find(letter.subject())
                .flatMap(this::open)
                .filter(id -> store.takesPart(accountId, id, letter.from(), escaped(letter.from())))
                .map(id -> new Match(id, false, false));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** The ticket, or the one that it was merged into; what was thrown away or archived takes no entries. */
    private Optional<Long> open(long ticketId) {
        var ticket = store.ticket(accountId, ticketId);
        for (int i = 0; i < LONGEST_MERGE && ticket.isPresent() && ticket.get().mergedInto() != null; i++) {
            ticket = store.ticket(accountId, ticket.get().mergedInto());
        }
        if (ticket.isPresent() && ticket.get().spam()) {
            throw new Held("spam_ticket", "It belongs to ticket " + ticketId + ", which is spam");
        }
        return ticket.filter(t -> !t.deleted() && !t.archived()).map(MailInStore.Ticket::id);
    }
}
