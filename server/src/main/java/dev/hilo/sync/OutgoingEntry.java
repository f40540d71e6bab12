package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.attachments.Attachments;
import dev.hilo.attachments.Owner;
import dev.hilo.client.Form;
import dev.hilo.db.Database;
import dev.hilo.html.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A reply or a note on its way: what is sent, and which entries there could be it. */
record OutgoingEntry(
        Database database,
        Attachments attachments,
        Source source,
        long accountId,
        OutgoingWrite write,
        OutgoingStore.Entry entry) {

    String path() {
        return "/tickets/" + write.ticketId() + (write.kind() == OutgoingWrite.Kind.REPLY ? "/reply" : "/notes");
    }

    /** The entries there that could be this one and are not known to be another. */
    List<Long> alike() {
        var claimed =
                new HashSet<>(database.read(h -> h.attach(OutgoingStore.class).claimed(accountId, write.ticketId())));
        var alike = new ArrayList<Long>();
        for (int page = 1; ; page++) {
            var told = source.get("/tickets/" + write.ticketId() + "/conversations?per_page=" + Cursor.PAGE_SIZE
                            + "&page=" + page)
                    .body();
            for (var there : told) {
                long id = there.path("id").longValue();
                if (!claimed.contains(id) && isLike(there)) alike.add(id);
            }
            if (told.size() < Cursor.PAGE_SIZE) return alike;
        }
    }

    private boolean isLike(JsonNode there) {
        boolean isReply = write.kind() == OutgoingWrite.Kind.REPLY;
        return !there.path("incoming").asBoolean()
                && there.path("source").asInt() == (isReply ? 0 : 2)
                && (isReply || there.path("private").asBoolean() == entry.isPrivate())
                && words(there.path("body").asText()).equals(words(entry.body()));
    }

    private static String words(String html) {
        return Html.toLine(html).replaceAll("\\s+", " ").strip();
    }

    /** JSON, or a form when there are files. */
    Object body() {
        var body = Json.MAPPER.createObjectNode().put("body", entry.body());
        if (entry.userId() != null) body.put("user_id", entry.userId());
        if (write.kind() == OutgoingWrite.Kind.NOTE) {
            body.put("private", entry.isPrivate());
            list(body, "notify_emails", entry.toEmails());
        } else {
            list(body, "cc_emails", entry.ccEmails());
            list(body, "bcc_emails", entry.bccEmails());
        }
        var files = database.read(h -> attachments.contents(h, accountId, Owner.CONVERSATION, write.conversationId()));
        if (files.isEmpty()) return body;
        var form = new Form();
        body.properties().forEach(field -> {
            if (!field.getValue().isArray())
                form.with(field.getKey(), field.getValue().asText());
            else field.getValue().forEach(value -> form.with(field.getKey() + "[]", value.asText()));
        });
        for (var file : files) {
            try (var in = file.open()) {
                form.file("attachments[]", file.name(), in.readAllBytes(), file.contentType());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return form;
    }

    private static void list(ObjectNode body, String name, List<String> values) {
        if (values == null || values.isEmpty()) return;
        var list = body.putArray(name);
        values.forEach(list::add);
    }
}
