package dev.hilo.answers.draft;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.answers.draft.TicketSoFar.From;
import dev.hilo.answers.draft.TicketSoFar.Message;
import dev.hilo.answers.text.Tongue;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads tickets as they are, or were. */
public final class TicketReader {

    private static final int MOST_ENTRIES = 40;
    private static final int LONGEST = 8_000;
    /** Of a ticket that an agent began: the description is the team's. */
    private static final int OUTBOUND = 10;

    private final Database database;

    public TicketReader(Database database) {
        this.database = database;
    }

    /** A ticket that the caller may see. */
    public TicketSoFar read(Caller caller, long ticketId) {
        return read(caller.account(), Sight.of(caller), ticketId, null);
    }

    /** Any ticket of the account with its messages up to a time; null for now. */
    public TicketSoFar read(Account account, long ticketId, Instant asOf) {
        return read(account, new Sight(account.accountId(), 1, 0, List.of()), ticketId, asOf);
    }

    private TicketSoFar read(Account account, Sight sight, long ticketId, Instant asOf) {
        return database.read(h -> {
            var store = h.attach(TicketStore.class);
            var head = store.head(sight, ticketId).orElseThrow(Refusal.NotFound::new);
            var messages = new ArrayList<Message>();
            messages.add(new Message(
                    head.source() == OUTBOUND ? From.TEAM : From.CUSTOMER, text(head.description()), head.createdAt()));
            store.entries(account.accountId(), ticketId, asOf, MOST_ENTRIES)
                    .reversed()
                    .forEach(entry -> messages.add(message(entry)));
            var contacts = Stream.of(head.email(), head.phone(), head.mobile())
                    .filter(Objects::nonNull)
                    .toList();
            return new TicketSoFar(
                    account.accountId(),
                    ticketId,
                    head.subject(),
                    language(account, head, messages),
                    List.copyOf(messages),
                    head.name(),
                    contacts,
                    asOf);
        });
    }

    private static Message message(TicketStore.Entry entry) {
        var from = entry.incoming() ? From.CUSTOMER : entry.isPrivate() ? From.NOTE : From.TEAM;
        return new Message(from, text(entry.body()), entry.createdAt());
    }

    private static String text(String html) {
        String text = Html.toText(html);
        return text.substring(0, Math.min(LONGEST, text.length())).strip();
    }

    /** That of what the customer wrote; of the contact, or the account, where that tells nothing. */
    private static String language(Account account, TicketStore.Head head, List<Message> messages) {
        String otherwise = head.language() == null ? account.language() : head.language();
        String written = messages.stream()
                .filter(m -> m.from() == From.CUSTOMER)
                .map(Message::text)
                .reduce(head.subject() == null ? "" : head.subject(), (a, b) -> a + "\n" + b);
        return Tongue.of(written, otherwise.length() > 2 ? otherwise.substring(0, 2) : otherwise);
    }
}
