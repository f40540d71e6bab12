package dev.hilo.conversations;

import dev.hilo.accounts.Sight;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import dev.hilo.mail.out.MailKind;
import dev.hilo.mail.out.NewMail;
import dev.hilo.mail.out.Outbox;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Entries that rules write: nobody's words, marked with their rule (reference §2.9). They count as no answer of an agent. */
public final class RuleEntries {

    /** Public for its binding. */
    public record Row(
            long ticketId,
            String html,
            String text,
            boolean isPrivate,
            int source,
            int category,
            String supportEmail,
            String fromEmail,
            List<String> toEmails,
            List<String> bccEmails,
            Long mailboxId,
            long ruleId,
            int ruleType,
            boolean isMail) {}

    interface Store {
        @SqlQuery("""
                insert into conversations (account_id, id, ticket_id, body, body_text, private, source, category,
                  support_email, from_email, to_emails, cc_emails, bcc_emails, email_config_id, automation_id,
                  automation_type_id, auto_response, created_at, updated_at)
                values (:accountId, entry_id(:accountId), :e.ticketId, :e.html, :e.text, :e.isPrivate, :e.source, :e.category,
                  :e.supportEmail, :e.fromEmail, :e.toEmails, '{}', :e.bccEmails, :e.mailboxId, :e.ruleId, :e.ruleType,
                  :e.isMail, :now, :now)
                returning id
                """)
        long insert(long accountId, @BindMethods("e") Row e, Instant now);
    }

    /** The rule that writes. @param type its number */
    public record Author(long accountId, long ruleId, int type) {}

    private final Outbox outbox;

    public RuleEntries(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A private note. @param notified addresses to which it is mailed */
    public void note(Handle handle, Author author, long ticketId, String html, List<String> notified, Instant now) {
        var ticket = lock(handle, author, ticketId);
        long id = insert(handle, author, ticket, EntryKind.NOTE, html, notified, now);
        mail(handle, author, ticket, id, MailKind.NOTE, notified, null, null, now);
    }

    /** A public reply, mailed to the requester. */
    public void reply(Handle handle, Author author, long ticketId, String html, Instant now) {
        var ticket = lock(handle, author, ticketId);
        var to = List.of(address(ticket));
        long id = insert(handle, author, ticket, EntryKind.REPLY, html, to, now);
        mail(handle, author, ticket, id, MailKind.REPLY, to, null, null, now);
    }

    /** A mail to the requester, of which a private note tells. */
    public void mailRequester(Handle handle, Author author, long ticketId, String subject, String html, Instant now) {
        var ticket = lock(handle, author, ticketId);
        mail(handle, author, ticketId, List.of(address(ticket)), subject, html, now);
    }

    /** The same to others. */
    public void mail(
            Handle handle, Author author, long ticketId, List<String> to, String subject, String html, Instant now) {
        var ticket = lock(handle, author, ticketId);
        long id = insert(handle, author, ticket, EntryKind.NOTE, html, to, now);
        mail(handle, author, ticket, id, MailKind.NOTIFICATION, to, subject, html, now);
    }

    private static String address(TicketOfEntry ticket) {
        if (ticket.requesterEmail() == null) {
            throw new Refusal.Invalid(FieldError.invalid("requester", "The requester has no e-mail address"));
        }
        return ticket.requesterEmail();
    }

    private static TicketOfEntry lock(Handle handle, Author author, long ticketId) {
        var everything = new Sight(author.accountId, 1, 0, List.of());
        var ticket = ConversationSql.lockTicket(handle.getConnection(), everything, ticketId)
                .orElseThrow(Refusal.NotFound::new);
        if (ticket.isFrozen()) throw new Refusal.MethodNotAllowed("GET");
        return ticket;
    }

    private static long insert(
            Handle handle,
            Author author,
            TicketOfEntry ticket,
            EntryKind kind,
            String html,
            List<String> to,
            Instant now) {
        var body = EntryBody.of(html);
        var sender = ticket.sender();
        boolean isReply = kind == EntryKind.REPLY;
        var row = new Row(
                ticket.id(),
                body.html(),
                body.text(),
                !isReply,
                kind.source,
                kind.category,
                isReply ? sender.supportEmail() : null,
                isReply ? sender.display() : null,
                to,
                isReply ? List.of() : null,
                isReply ? sender.mailboxId() : null,
                author.ruleId,
                author.type,
                !to.isEmpty());
        long id = handle.attach(Store.class).insert(author.accountId, row, now);
        ConversationSql.touch(handle.getConnection(), author.accountId, ticket.id(), now);
        return id;
    }

    private void mail(
            Handle handle,
            Author author,
            TicketOfEntry ticket,
            long entryId,
            MailKind kind,
            List<String> to,
            String subject,
            String html,
            Instant now) {
        var sender = ticket.sender();
        var mail = new NewMail(
                kind,
                ticket.id(),
                entryId,
                sender.mailboxId(),
                sender.display(),
                to,
                List.of(),
                List.of(),
                subject,
                html,
                false,
                false,
                to.contains(ticket.requesterEmail()));
        outbox.add(handle, author.accountId, mail, now);
    }
}
