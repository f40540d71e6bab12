package dev.hilo.sync;

import dev.hilo.api.Json;
import dev.hilo.attachments.Attachments;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was written here to the account that is mirrored, in the order of each ticket. What makes an entry there is sent
 * again only when the entries that are there now, held against those that were there before, show that it was not done.
 */
final class Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final int BATCH = 50;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATEST = Duration.ofMinutes(10);

    private final Database database;
    private final Attachments attachments;
    private final Clock clock;
    private final Source source;
    private final Link link;
    private final TicketNow now;

    Outgoing(Database database, Attachments attachments, Clock clock, Source source, Link link, TicketNow now) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
        this.source = source;
        this.link = link;
        this.now = now;
    }

    /** Sends what is due. @return whether there was anything */
    boolean send() {
        var due = database.read(h -> h.attach(OutgoingStore.class).due(link.accountId(), clock.instant(), BATCH));
        due.forEach(this::send);
        return !due.isEmpty();
    }

    private void send(OutgoingWrite write) {
        try {
            if (write.kind().makesAnEntry()) sendEntry(write);
            else if (write.kind() == OutgoingWrite.Kind.CHANGE) sendChange(write);
            else sendPlain(write);
        } catch (Source.Refused e) {
            if (e.status() == 401) later(write, write.state(), "The key is not taken there");
            else if (e.isGone() && isUndoing(write)) end(write, OutgoingWrite.State.DONE, null, null);
            else refused(write, e.getMessage());
        } catch (Source.OutcomeUnknown e) {
            later(write, OutgoingWrite.State.SENDING, e.getMessage());
        } catch (Source.Unreachable e) {
            // What had been sent before may have been done; what was not sent now was not done now.
            later(write, write.state(), e.getMessage());
        }
    }

    /** What is gone already need not be removed. */
    private static boolean isUndoing(OutgoingWrite write) {
        return write.kind() == OutgoingWrite.Kind.REMOVAL || write.kind() == OutgoingWrite.Kind.DELETION;
    }

    private void sendEntry(OutgoingWrite write) {
        var entry = database.read(h -> h.attach(OutgoingStore.class).entry(link.accountId(), write.conversationId()));
        if (entry.isEmpty() || entry.get().deleted() && write.state() == OutgoingWrite.State.WAITING) {
            end(write, OutgoingWrite.State.CANCELLED, null, "It was removed before it was sent");
            return;
        }
        var written = new OutgoingEntry(database, attachments, source, link.accountId(), write, entry.get());
        var alike = written.alike();
        if (write.state() == OutgoingWrite.State.SENDING) {
            var made = alike.stream().filter(id -> !write.twins().contains(id)).findFirst();
            if (made.isPresent()) {
                done(write, made.get());
                return;
            }
        }
        var twins = write.state() == OutgoingWrite.State.SENDING ? write.twins() : alike;
        int claimed = database.write(
                h -> h.attach(OutgoingStore.class).sending(link.accountId(), write.id(), twins, clock.instant()));
        if (claimed == 0) return;
        var sent = source.send("POST", written.path(), written.body());
        done(write, sent.body().path("id").longValue());
    }

    /** The entry goes by the number that it has there from now on. */
    private void done(OutgoingWrite write, long remoteId) {
        database.run(h -> {
            Landing.announce(h, "outgoing");
            var store = h.attach(OutgoingStore.class);
            long id = write.conversationId();
            if (id != remoteId && store.rename(link.accountId(), id, remoteId) == 0) store.drop(link.accountId(), id);
            store.renameOwner(link.accountId(), id, remoteId);
            store.renameLater(link.accountId(), id, remoteId);
            store.end(link.accountId(), write.id(), OutgoingWrite.State.DONE, remoteId, null, clock.instant());
        });
        readAgain(write);
    }

    /** A field that the other side has changed since is theirs; ours stays in the history. */
    private void sendChange(OutgoingWrite write) {
        var change = OutgoingChange.of(write, Mappings.TICKETS.row(now.view(write.ticketId())));
        if (!change.fields().isEmpty()) {
            int claimed = database.write(h ->
                    h.attach(OutgoingStore.class).sending(link.accountId(), write.id(), List.of(), clock.instant()));
            if (claimed == 0) return;
            source.send("PUT", "/tickets/" + write.ticketId(), change.fields());
        }
        var state = change.isOverruled() ? OutgoingWrite.State.OVERRULED : OutgoingWrite.State.DONE;
        end(write, state, null, change.trouble());
        readAgain(write);
    }

    private void sendPlain(OutgoingWrite write) {
        int claimed = database.write(
                h -> h.attach(OutgoingStore.class).sending(link.accountId(), write.id(), List.of(), clock.instant()));
        if (claimed == 0) return;
        String ticket = "/tickets/" + write.ticketId();
        switch (write.kind()) {
            case EDIT, REMOVAL -> sendToEntry(write);
            case DELETION -> source.send("DELETE", ticket, null);
            case RESTORATION -> source.send("PUT", ticket + "/restore", null);
            default -> throw new IllegalArgumentException(write.kind().name());
        }
        end(write, OutgoingWrite.State.DONE, null, null);
        readAgain(write);
    }

    /** By the number that the entry has there; one that never came there needs no change. */
    private void sendToEntry(OutgoingWrite write) {
        long id = database.read(h -> h.attach(OutgoingStore.class).thereOf(link.accountId(), write.conversationId()))
                .orElse(write.conversationId());
        if (id >= Landing.OURS_UNTIL_SENT) return;
        if (write.kind() == OutgoingWrite.Kind.REMOVAL) {
            source.send("DELETE", "/conversations/" + id, null);
            return;
        }
        var entry = database.read(h -> h.attach(OutgoingStore.class).entry(link.accountId(), id));
        if (entry.isEmpty()) return;
        var body = Json.MAPPER.createObjectNode().put("body", entry.get().body());
        source.send("PUT", "/conversations/" + id, body);
    }

    /** What is written has been written, whether or not it can be read back now: then the next run reads it. */
    private void readAgain(OutgoingWrite write) {
        try {
            now.read(write.ticketId());
        } catch (Source.Refused | Source.Unreachable e) {
            LOG.debug("Ticket {} is read by the next run: {}", write.ticketId(), e.getMessage());
        }
    }

    private void end(OutgoingWrite write, OutgoingWrite.State state, Long remoteId, String trouble) {
        database.run(h -> {
            Landing.announce(h, "outgoing");
            h.attach(OutgoingStore.class).end(link.accountId(), write.id(), state, remoteId, trouble, clock.instant());
        });
    }

    /** It is not there, so it is not here either; the history keeps it. */
    private void refused(OutgoingWrite write, String trouble) {
        database.run(h -> {
            Landing.announce(h, "outgoing");
            if (write.kind().makesAnEntry())
                h.attach(OutgoingStore.class).hide(link.accountId(), write.conversationId());
        });
        end(write, OutgoingWrite.State.REFUSED, null, trouble);
        readAgain(write);
    }

    private void later(OutgoingWrite write, OutgoingWrite.State state, String trouble) {
        long pause = Math.min(LATEST.toSeconds(), SOON.toSeconds() << Math.min(write.attempts(), 10));
        var at = clock.instant();
        database.run(h -> h.attach(OutgoingStore.class)
                .later(link.accountId(), write.id(), state, at.plusSeconds(pause), trouble, at));
    }

    /** Takes back what was not sent yet. @throws Refusal.NotFound for what was, or is not there */
    static void cancel(Handle handle, long accountId, long id, java.time.Instant at) {
        var store = handle.attach(OutgoingStore.class);
        var write = store.find(accountId, id).orElseThrow(Refusal.NotFound::new);
        if (store.cancel(accountId, id, at) == 0) throw new Refusal.NotFound();
        Landing.announce(handle, "outgoing cancelled");
        if (write.kind().makesAnEntry()) store.hide(accountId, write.conversationId());
    }
}
