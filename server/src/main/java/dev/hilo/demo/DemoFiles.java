package dev.hilo.demo;

import dev.hilo.accounts.Account;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.attachments.Staged;
import dev.hilo.web.Address;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the messages speak of. A few files are stored, and shared by many entries: the disk takes its time for each. */
final class DemoFiles implements AutoCloseable {

    private static final Address NOWHERE = new Address("http", "localhost");
    private static final List<String> KINDS = List.of("photo", "photo", "photo", "photo", "pdf", "log", "log");
    private static final int EACH = 3;

    /** A stored file, and where it was attached first: the others are told from there. */
    private static final class Original {
        final String kind;
        final Staged staged;
        Long ownerId;

        Original(String kind, Staged staged) {
            this.kind = kind;
            this.staged = staged;
        }
    }

    /** A file that a message speaks of. @param entry null where it is the ticket's own */
    private record Mention(Course course, Entry entry, Original original, String name) {}

    private final Attachments attachments;
    private final Account account;
    private final List<Original> originals = new ArrayList<>();
    private final Dice dice;

    DemoFiles(Attachments attachments, Account account, Dice dice) {
        this.attachments = attachments;
        this.account = account;
        this.dice = dice;
    }

    void stage() {
        for (String kind : KINDS) {
            for (int i = 0; i < EACH; i++) {
                var sample = Sample.of(kind, dice);
                originals.add(new Original(kind, attachments.stage(account.accountId(), List.of(sample))));
            }
        }
    }

    void attach(Handle handle, World world, Desk desk, Tickets tickets) {
        var copies = new ArrayList<Mention>();
        for (var mention : mentions(world)) {
            if (mention.original.ownerId == null) attachFirst(handle, mention, tickets);
            else copies.add(mention);
        }
        record Stored(String blob, String type, long size, String sha256) {}
        var stored = handle.createQuery("""
                select owner_id, blob, content_type, size, encode(sha256, 'hex') as sha256
                from attachments where account_id = :account
                """)
                .bind("account", account.accountId())
                .reduceRows(new java.util.HashMap<Long, Stored>(), (map, row) -> {
                    map.put(
                            row.getColumn("owner_id", Long.class),
                            new Stored(
                                    row.getColumn("blob", String.class),
                                    row.getColumn("content_type", String.class),
                                    row.getColumn("size", Long.class),
                                    row.getColumn("sha256", String.class)));
                    return map;
                });
        desk.copy(
                "attachments",
                "owner_kind, owner_id, ticket_id, blob, name, content_type, size, sha256, created_at," + " updated_at",
                copies,
                mention -> {
                    var file = stored.get(mention.original.ownerId);
                    var at = mention.entry == null ? mention.course.createdAt : mention.entry.at();
                    return new Object[] {
                        kind(mention),
                        owner(mention, tickets),
                        mention.course.id,
                        file.blob,
                        mention.name,
                        file.type,
                        file.size,
                        "\\x" + file.sha256,
                        at,
                        at
                    };
                });
    }

    private void attachFirst(Handle handle, Mention mention, Tickets tickets) {
        mention.original.ownerId = owner(mention, tickets);
        attachments.attach(
                handle,
                account.accountId(),
                kind(mention),
                mention.original.ownerId,
                mention.course.id,
                mention.original.staged,
                mention.entry == null ? mention.course.createdAt : mention.entry.at(),
                NOWHERE);
    }

    private static Owner kind(Mention mention) {
        return mention.entry == null ? Owner.TICKET : Owner.CONVERSATION;
    }

    private static long owner(Mention mention, Tickets tickets) {
        return mention.entry == null ? mention.course.id : tickets.id(mention.entry);
    }

    private List<Mention> mentions(World world) {
        var mentions = new ArrayList<Mention>();
        for (var course : world.courses) {
            for (String kind : course.files) mentions.add(mention(course, null, kind));
            for (var entry : course.entries) {
                for (String kind : entry.files()) mentions.add(mention(course, entry, kind));
            }
        }
        return mentions;
    }

    private Mention mention(Course course, Entry entry, String kind) {
        var fitting = originals.stream()
                .filter(original -> original.kind.equals(kind))
                .toList();
        return new Mention(course, entry, dice.pick(fitting), Sample.nameOf(kind, dice));
    }

    /** Deletes what has not been attached in the end. */
    @Override
    public void close() {
        originals.forEach(original -> original.staged.close());
    }
}
