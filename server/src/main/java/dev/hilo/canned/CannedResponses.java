package dev.hilo.canned;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.NewAccount;
import dev.hilo.api.Attachment;
import dev.hilo.api.CannedResponse;
import dev.hilo.api.CannedResponseFolder;
import dev.hilo.api.FieldError;
import dev.hilo.api.SaveCannedResponse;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Clash;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.html.Html;
import dev.hilo.web.Address;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Prepared answers and their folders. */
public final class CannedResponses {

    private static final int PERSONAL = 1;
    private static final int GROUPS = 2;

    private final Database database;
    private final Attachments attachments;
    private final Clock clock;

    public CannedResponses(Database database, Attachments attachments, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
    }

    private static CannedResponseStore store(Handle handle) {
        return handle.attach(CannedResponseStore.class);
    }

    /** Gives a new account the folder that every account has. */
    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        store(handle).insertFolder(accountId, "General", null, now);
    }

    public CannedResponse view(Caller caller, Address address, long id) {
        return database.read(h -> {
            var files = attachments.of(h, caller.accountId(), Owner.CANNED_RESPONSE, id, address);
            return wire(find(h, caller, id), files);
        });
    }

    private static CannedResponseStore.Row find(Handle h, Caller caller, long id) {
        return store(h).find(caller.accountId(), caller.agentId(), caller.groups(), id)
                .orElseThrow(Refusal.NotFound::new);
    }

    private static CannedResponse wire(CannedResponseStore.Row r, List<Attachment> files) {
        return new CannedResponse(
                r.id(),
                r.title(),
                r.folderId(),
                null,
                r.content(),
                r.contentHtml(),
                files,
                r.createdAt(),
                r.updatedAt(),
                r.groupIds(),
                r.visibility());
    }

    public CannedResponse create(Caller caller, Address address, SaveCannedResponse asked) {
        try (var staged = attachments.stage(caller.accountId(), asked.attachments())) {
            long id = database.write(h -> {
                long made = create(h, caller, asked);
                attachments.attach(
                        h, caller.accountId(), Owner.CANNED_RESPONSE, made, null, staged, clock.instant(), address);
                return made;
            });
            return view(caller, address, id);
        }
    }

    /** The same in a transaction of the caller's, without files. */
    long create(Handle h, Caller caller, SaveCannedResponse asked) {
        var problems = new Problems();
        problems.addIf(isBlank(asked.title()), FieldError.missing("title", "String"));
        problems.addIf(isBlank(asked.contentHtml()), FieldError.missing("content_html", "String"));
        problems.addIf(
                asked.visibility() == null,
                new FieldError("visibility", "It should be one of these values: '0,1,2'", "missing_field"));
        problems.addIf(asked.folderId() == null, FieldError.missing("folder_id", "Integer"));
        checkGroups(h, caller, asked, problems);
        checkFolder(h, caller, asked.folderId(), problems);
        problems.refuse();
        String html = Html.clean(asked.contentHtml());
        boolean personal = asked.visibility() == PERSONAL;
        return store(h).insert(
                        caller.accountId(),
                        personal
                                ? store(h).personalFolder(caller.accountId(), caller.agentId(), clock.instant())
                                : asked.folderId(),
                        asked.title(),
                        Html.toText(html),
                        html,
                        asked.visibility(),
                        asked.visibility() == GROUPS ? asked.groupIds() : List.of(),
                        personal ? (Long) caller.agentId() : null,
                        clock.instant());
    }

    private static void checkGroups(Handle h, Caller caller, SaveCannedResponse asked, Problems problems) {
        boolean wanted = asked.visibility() != null && asked.visibility() == GROUPS;
        if (wanted && (asked.groupIds() == null || asked.groupIds().isEmpty())) {
            problems.add(FieldError.missing("group_ids", "Array"));
        } else if (asked.groupIds() != null && !asked.groupIds().isEmpty()) {
            var ids = asked.groupIds().stream().distinct().toList();
            problems.addIf(
                    store(h).countGroups(caller.accountId(), ids) != ids.size(),
                    FieldError.unknown("group_ids", "group"));
        }
    }

    private static void checkFolder(Handle h, Caller caller, Long folderId, Problems problems) {
        if (folderId == null) return;
        boolean there = store(h).folder(caller.accountId(), caller.agentId(), caller.groups(), folderId)
                .isPresent();
        problems.addIf(!there, FieldError.unknown("folder_id", "folder"));
    }

    public CannedResponse update(Caller caller, Address address, long id, SaveCannedResponse asked) {
        try (var staged = attachments.stage(caller.accountId(), asked.attachments())) {
            database.run(h -> {
                update(h, caller, find(h, caller, id), asked);
                attachments.attach(
                        h, caller.accountId(), Owner.CANNED_RESPONSE, id, null, staged, clock.instant(), address);
            });
            return view(caller, address, id);
        }
    }

    private void update(Handle h, Caller caller, CannedResponseStore.Row before, SaveCannedResponse asked) {
        var problems = new Problems();
        problems.addIf(asked.title() != null && asked.title().isBlank(), FieldError.missing("title", "String"));
        checkGroups(h, caller, asked, problems);
        checkFolder(h, caller, asked.folderId(), problems);
        problems.refuse();
        int visibility = asked.visibility() == null ? before.visibility() : asked.visibility();
        boolean personal = visibility == PERSONAL;
        String html = asked.contentHtml() == null ? before.contentHtml() : Html.clean(asked.contentHtml());
        long folder = asked.folderId() == null ? before.folderId() : asked.folderId();
        store(h).update(
                        caller.accountId(),
                        before.id(),
                        personal
                                ? store(h).personalFolder(caller.accountId(), caller.agentId(), clock.instant())
                                : folder,
                        asked.title() == null ? before.title() : asked.title(),
                        Html.toText(html),
                        html,
                        visibility,
                        visibility == GROUPS && asked.groupIds() != null
                                ? asked.groupIds()
                                : visibility == GROUPS ? before.groupIds() : List.of(),
                        personal ? (Long) caller.agentId() : null,
                        clock.instant());
    }

    public Page<CannedResponseFolder> folders(Caller caller, Paging paging) {
        var rows = database.read(h -> store(h).folders(
                        caller.accountId(), caller.agentId(), caller.groups(), paging.limit(), paging.offset()));
        return Page.of(rows, paging).map(row -> row.wire(null));
    }

    public CannedResponseFolder folder(Caller caller, long id) {
        return database.read(h -> {
            var titles = rows(h, caller, id, new Paging(1, 100)).items().stream()
                    .map(row -> new CannedResponseFolder.Title(row.id(), row.title()))
                    .toList();
            return requireFolder(h, caller, id).wire(titles);
        });
    }

    private static CannedResponseStore.FolderRow requireFolder(Handle h, Caller caller, long id) {
        return store(h).folder(caller.accountId(), caller.agentId(), caller.groups(), id)
                .orElseThrow(Refusal.NotFound::new);
    }

    private static Page<CannedResponseStore.Row> rows(Handle h, Caller caller, long folderId, Paging paging) {
        var rows = store(h).list(
                        caller.accountId(),
                        caller.agentId(),
                        caller.groups(),
                        folderId,
                        paging.limit(),
                        paging.offset());
        return Page.of(rows, paging);
    }

    public Page<CannedResponse> responses(Caller caller, Address address, long folderId, Paging paging) {
        return database.read(h -> {
            requireFolder(h, caller, folderId);
            var page = rows(h, caller, folderId, paging);
            var ids = page.items().stream().map(CannedResponseStore.Row::id).toList();
            var files = attachments.of(h, caller.accountId(), Owner.CANNED_RESPONSE, ids, address);
            return page.map(row -> wire(row, files.getOrDefault(row.id(), List.of())));
        });
    }

    public CannedResponseFolder createFolder(Caller caller, String name) {
        long id = unique(() -> database.write(
                h -> store(h).insertFolder(caller.accountId(), requireName(name), null, clock.instant())));
        return database.read(h -> requireFolder(h, caller, id).wire(null));
    }

    public CannedResponseFolder renameFolder(Caller caller, long id, String name) {
        int renamed = unique(() ->
                database.write(h -> store(h).renameFolder(caller.accountId(), id, requireName(name), clock.instant())));
        if (renamed == 0) throw new Refusal.NotFound();
        return database.read(h -> requireFolder(h, caller, id).wire(null));
    }

    private static String requireName(String name) {
        if (name.isBlank()) throw new Refusal.Invalid(FieldError.missing("name", "String"));
        return name;
    }

    private static <T> T unique(Clash.Work<T> work) {
        return Clash.guard(
                "canned_response_folders_name", () -> new Refusal.Duplicate(FieldError.duplicate("name")), work);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
