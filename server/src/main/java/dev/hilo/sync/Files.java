package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The files of the other account: noted with the records that they are on, and fetched afterwards. */
final class Files {

    private Files() {}

    /** Notes the files of these records that are not here. */
    static void expect(Handle handle, long accountId, String kind, Long ticketId, List<JsonNode> owners) {
        var files = JsonNodeFactory.instance.arrayNode();
        for (var owner : owners) {
            for (var file : owner.path("attachments")) {
                var row = files.addObject();
                for (var name : List.of("id", "name", "content_type", "size", "created_at", "updated_at")) {
                    row.set(name, file.path(name));
                }
                row.put("owner_id", owner.path("id").longValue());
            }
        }
        if (files.isEmpty()) return;
        handle.createUpdate("""
                        insert into sync_files (account_id, id, owner_kind, owner_id, ticket_id, name, content_type, size,
                          created_at, updated_at)
                        select :accountId, x.id, :kind, x.owner_id, :ticketId, x.name,
                          coalesce(x.content_type, 'application/octet-stream'), coalesce(x.size, 0), x.created_at,
                          coalesce(x.updated_at, x.created_at)
                        from jsonb_to_recordset(:rows::jsonb) as x (id bigint, owner_id bigint, name text,
                          content_type text, size bigint, created_at timestamptz, updated_at timestamptz)
                        where not exists (select from attachments a where a.account_id = :accountId and a.id = x.id)
                        on conflict do nothing
                        """)
                .bind("accountId", accountId)
                .bind("kind", kind)
                .bind("ticketId", ticketId)
                .bind("rows", Landing.text(files))
                .execute();
    }
}
