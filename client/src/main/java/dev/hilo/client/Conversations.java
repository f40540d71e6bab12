package dev.hilo.client;

import dev.hilo.api.Conversation;
import dev.hilo.api.ConversationUpdated;
import java.util.Map;

/** Entries of tickets by their own ids. */
public final class Conversations extends Resource {

    Conversations(Raw raw) {
        super(raw);
    }

    /** Changes the text of a note: {@code client.conversations().edit(7, "Corrected.")}. */
    public ConversationUpdated edit(long id, String body) {
        return put("/conversations/" + id, Map.of("body", body), ConversationUpdated.class);
    }

    /** {@code client.conversations().delete(7)} */
    public void delete(long id) {
        delete("/conversations/" + id);
    }

    /** Of a Hilo: {@code client.conversations().get(7).bodyText()}. */
    public Conversation get(long id) {
        return one("/api/hilo/v1/conversations/" + id, Conversation.class);
    }
}
