package dev.hilo.pages;

import dev.hilo.accounts.Caller;
import dev.hilo.api.Conversation;
import dev.hilo.api.CreateNote;
import dev.hilo.api.CreateTicket;
import dev.hilo.api.Upload;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.FileContent;
import dev.hilo.attachments.Owner;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.tickets.Tickets;
import dev.hilo.web.Address;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Makes a ticket of a message that is about something else: with its text, its files and who wrote it. The message stays
 * where it is; notes on both sides name the other.
 */
public final class Split {

    private static final int OPEN = 2;

    /** A stored file, to be stored once more. */
    private record Copy(FileContent file) implements Upload {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public String contentType() {
            return file.contentType();
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public InputStream open() throws IOException {
            return file.open();
        }
    }

    private final Database database;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Attachments attachments;

    public Split(Database database, Tickets tickets, Conversations conversations, Attachments attachments) {
        this.database = database;
        this.tickets = tickets;
        this.conversations = conversations;
        this.attachments = attachments;
    }

    /** @return the number of the new ticket */
    long split(Caller caller, Address address, Conversation entry) {
        var from = tickets.view(caller, address, entry.ticketId());
        long requester = entry.incoming() && entry.userId() != null ? entry.userId() : from.requesterId();
        return database.whole(handle -> {
            List<Upload> files =
                    attachments.contents(handle, caller.accountId(), Owner.CONVERSATION, entry.id()).stream()
                            .<Upload>map(Copy::new)
                            .toList();
            var made = tickets.create(
                    caller,
                    address,
                    new CreateTicket(
                            requester,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            from.subject(),
                            entry.body(),
                            null,
                            OPEN,
                            from.priority(),
                            from.source(),
                            from.type(),
                            null,
                            from.groupId(),
                            from.productId(),
                            null,
                            from.emailConfigId(),
                            null,
                            from.tags(),
                            from.customFields(),
                            null,
                            null,
                            files,
                            null,
                            null,
                            null,
                            null,
                            null));
            note(handle, caller, from.id(), "A message of this ticket has become ticket " + made.id() + ".");
            note(handle, caller, made.id(), "This ticket was a message of ticket " + from.id() + ".");
            return made.id();
        });
    }

    private void note(org.jdbi.v3.core.Handle handle, Caller caller, long ticket, String text) {
        conversations.note(handle, caller, ticket, new CreateNote(text, null, true, null, null, null, null));
    }
}
