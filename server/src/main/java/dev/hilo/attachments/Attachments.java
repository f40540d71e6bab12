package dev.hilo.attachments;

import dev.hilo.accounts.Secrets;
import dev.hilo.api.Attachment;
import dev.hilo.api.Avatar;
import dev.hilo.api.FieldError;
import dev.hilo.api.Upload;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Address;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Files that belong to something. Their bytes go to the store before the transaction that attaches them, and leave it
 * after the one that takes them off.
 */
public final class Attachments {

    /** Of all files of a ticket and its entries together. */
    static final long LARGEST_TICKET = 20L << 20;

    private static final Duration LASTING = Duration.ofDays(36_500);

    private final Database database;
    private final Secrets secrets;
    private final Blobs blobs;
    private final Links links;

    public Attachments(Database database, Secrets secrets, BlobStore store, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.blobs = new Blobs(store);
        this.links = new Links(secrets, clock);
    }

    /** Stores the bytes of a request's files; outside of any transaction, since that takes as long as it takes. */
    public Staged stage(long accountId, List<Upload> uploads) {
        var staged = new Staged(blobs);
        if (uploads == null || uploads.isEmpty()) return staged;
        String folder = folder(accountId);
        try {
            uploads.forEach(upload -> staged.add(blobs.stage(folder, upload)));
            return staged;
        } catch (RuntimeException e) {
            staged.close();
            throw e;
        }
    }

    /** Told apart by a secret too, so that no installation takes another's files in the same bucket for its own. */
    String folder(long accountId) {
        return accountId + "-" + database.read(h -> secrets.of(h, accountId)).tag("blobs");
    }

    /**
     * Attaches what was staged.
     *
     * @param ticketId the ticket whose 20 MB the files count towards; null when there is none
     */
    public List<Attachment> attach(
            Handle handle,
            long accountId,
            Owner kind,
            long ownerId,
            Long ticketId,
            Staged staged,
            Instant now,
            Address address) {
        if (staged.isEmpty()) return List.of();
        if (ticketId != null) {
            requireRoom(handle.attach(AttachmentStore.class), accountId, ticketId, staged.size());
        }
        return attachAll(handle, accountId, kind, ownerId, ticketId, staged, now, address);
    }

    /** The same for files that came by mail: they are here, however full the ticket is. */
    public List<Attachment> attachAll(
            Handle handle,
            long accountId,
            Owner kind,
            long ownerId,
            Long ticketId,
            Staged staged,
            Instant now,
            Address address) {
        if (staged.isEmpty()) return List.of();
        var store = handle.attach(AttachmentStore.class);
        staged.attachIn(handle);
        var files = staged.files();
        var rows = store.insert(
                accountId,
                kind,
                ownerId,
                ticketId,
                staged.keys(),
                files.stream().map(Staged.File::name).toList(),
                files.stream().map(Staged.File::contentType).toList(),
                files.stream().map(Staged.File::size).toList(),
                files.stream().map(Staged.File::sha256).toList(),
                now);
        return views(handle, accountId, rows, address);
    }

    /** Attaches a file under the number and with the times that it has elsewhere; nothing when it is here already. */
    public void attachAs(
            Handle handle,
            long accountId,
            long id,
            Owner kind,
            long ownerId,
            Long ticketId,
            Staged staged,
            Instant createdAt,
            Instant updatedAt) {
        staged.attachIn(handle);
        var file = staged.files().getFirst();
        handle.attach(AttachmentStore.class)
                .insertAs(
                        accountId,
                        id,
                        kind,
                        ownerId,
                        ticketId,
                        file.key(),
                        file.name(),
                        file.contentType(),
                        file.size(),
                        file.sha256(),
                        createdAt,
                        updatedAt);
    }

    /** Takes those files off their owners that are not among these; their bytes go once the transaction is committed. */
    public void deleteBut(Handle handle, long accountId, Owner kind, Collection<Long> ownerIds, Collection<Long> ids) {
        if (ownerIds.isEmpty()) return;
        var gone = handle.attach(AttachmentStore.class).deleteBut(accountId, kind, ownerIds, ids);
        discardAfterCommit(handle, accountId, gone);
    }

    private static void requireRoom(AttachmentStore store, long accountId, long ticketId, long size) {
        store.lockTicket(accountId, ticketId);
        if (store.sizeOfTicket(accountId, ticketId) + size > LARGEST_TICKET) {
            throw new Refusal.Invalid(FieldError.invalid(
                    "attachments", "The attachments of a ticket should not be larger than 20 MB in total"));
        }
    }

    public List<Attachment> of(Handle handle, long accountId, Owner kind, long ownerId, Address address) {
        return of(handle, accountId, kind, List.of(ownerId), address).get(ownerId);
    }

    /** The files of each owner, none left out; one query. */
    public Map<Long, List<Attachment>> of(
            Handle handle, long accountId, Owner kind, Collection<Long> ownerIds, Address address) {
        var files = new HashMap<Long, List<Attachment>>();
        if (ownerIds.isEmpty()) return files;
        ownerIds.forEach(id -> files.put(id, List.of()));
        var rows = handle.attach(AttachmentStore.class).of(accountId, kind, ownerIds);
        var byOwner = new HashMap<Long, List<AttachmentStore.Row>>();
        rows.forEach(row ->
                byOwner.computeIfAbsent(row.ownerId(), id -> new ArrayList<>()).add(row));
        byOwner.forEach((id, own) -> files.put(id, views(handle, accountId, own, address)));
        return files;
    }

    /** Where the first file of an owner is fetched without a log-in until a time; empty when there is none. */
    public Optional<String> link(
            Handle handle, long accountId, Owner kind, long ownerId, Instant until, Address address) {
        return handle.attach(AttachmentStore.class).of(accountId, kind, List.of(ownerId)).stream()
                .findFirst()
                .map(row -> links.until(handle, accountId, row.id(), row.name(), until, address));
    }

    /** An address of a file for the body that shows it, which is read for as long as there is a ticket. */
    public String lastingLink(Handle handle, long accountId, Attachment file, Instant now, Address address) {
        return links.until(handle, accountId, file.id(), file.name(), now.plus(LASTING), address);
    }

    /** The bytes of the first file of an owner. */
    public InputStream open(long accountId, Owner kind, long ownerId) throws IOException {
        var rows = database.read(h -> h.attach(AttachmentStore.class).of(accountId, kind, List.of(ownerId)));
        if (rows.isEmpty()) throw new Refusal.NotFound();
        return blobs.open(rows.getFirst().blob());
    }

    /** The files of one owner, to be read. */
    public List<FileContent> contents(Handle handle, long accountId, Owner kind, long ownerId) {
        return handle.attach(AttachmentStore.class).of(accountId, kind, List.of(ownerId)).stream()
                .map(this::content)
                .toList();
    }

    /** Those of the files that are on a ticket or one of its entries. */
    public List<FileContent> contentsOfTicket(Handle handle, long accountId, long ticketId, Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return handle.attach(AttachmentStore.class).ofTicket(accountId, ticketId, ids).stream()
                .map(this::content)
                .toList();
    }

    private FileContent content(AttachmentStore.Row row) {
        return new FileContent(row.id(), row.name(), row.contentType(), row.size(), row.blob(), blobs::open);
    }

    /** The pictures of those contacts that have one; one query. */
    public Map<Long, Avatar> avatars(Handle handle, long accountId, Collection<Long> contactIds, Address address) {
        var avatars = new HashMap<Long, Avatar>();
        if (contactIds.isEmpty()) return avatars;
        for (var row : handle.attach(AttachmentStore.class).of(accountId, Owner.CONTACT, contactIds)) {
            avatars.put(row.ownerId(), avatar(row, links.of(handle, accountId, row.id(), row.name(), address)));
        }
        return avatars;
    }

    private static Avatar avatar(AttachmentStore.Row row, String url) {
        return new Avatar(row.id(), row.name(), row.contentType(), row.size(), row.createdAt(), row.updatedAt(), url);
    }

    private List<Attachment> views(Handle handle, long accountId, List<AttachmentStore.Row> rows, Address address) {
        return rows.stream()
                .map(row -> new Attachment(
                        row.id(),
                        row.contentType(),
                        row.size(),
                        row.name(),
                        links.of(handle, accountId, row.id(), row.name(), address),
                        row.createdAt(),
                        row.updatedAt()))
                .toList();
    }

    /** Takes all files off; their bytes go once the transaction is committed. */
    public void delete(Handle handle, long accountId, Owner kind, Collection<Long> ownerIds) {
        if (ownerIds.isEmpty()) return;
        discardAfterCommit(
                handle, accountId, handle.attach(AttachmentStore.class).deleteOf(accountId, kind, ownerIds));
    }

    /** The same for the tickets themselves and all that is on them. */
    public void deleteOfTickets(Handle handle, long accountId, Collection<Long> ticketIds) {
        discardAfterCommit(
                handle, accountId, handle.attach(AttachmentStore.class).deleteOfTickets(accountId, ticketIds));
    }

    void delete(Handle handle, long accountId, long id) {
        var blob = handle.attach(AttachmentStore.class).delete(accountId, id);
        discardAfterCommit(handle, accountId, blob.stream().toList());
    }

    /** Bytes that another file shares stay; should that one go at the same moment, the sweep takes them. */
    private void discardAfterCommit(Handle handle, long accountId, List<String> keys) {
        if (keys.isEmpty()) return;
        var unused = new HashSet<>(keys);
        handle.attach(AttachmentStore.class).used(accountId, keys).forEach(unused::remove);
        handle.afterCommit(() -> blobs.discard(unused));
    }

    /** The file that a signed address leads to. */
    Optional<StoredFile> find(SignedAddress signed) {
        return database.read(handle -> {
            links.verify(handle, signed);
            return handle.attach(AttachmentStore.class)
                    .find(signed.accountId(), signed.id())
                    .map(row -> new StoredFile(row, blobs));
        });
    }
}
