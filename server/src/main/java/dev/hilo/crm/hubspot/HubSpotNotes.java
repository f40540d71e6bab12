package dev.hilo.crm.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.crm.Crm.Note;
import dev.hilo.crm.Crm.Outcome;
import dev.hilo.crm.Crm.Unavailable;
import dev.hilo.crm.hubspot.Batch.Input;
import dev.hilo.crm.hubspot.HubSpotCalls.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Notes on contacts' pages. A note has no key of its own there: what may have been made already is looked for first. */
final class HubSpotNotes {

    private static final String NOTES = "/crm/v3/objects/notes/";
    private static final int NOTE_TO_CONTACT = 202;
    private static final int BATCH = 100;
    private static final int MOST_PAGES = 50;

    private final HubSpotCalls calls;

    HubSpotNotes(HubSpotCalls calls) {
        this.calls = calls;
    }

    List<Outcome> write(List<Note> notes) {
        var there = found(notes.stream().filter(Note::isDoubtful).toList());
        var known = new ArrayList<Input>();
        var others = new ArrayList<Input>();
        for (var note : notes) {
            String id = note.remoteId() != null ? note.remoteId() : there.get(note.id());
            if (id != null) known.add(Input.of(note.id(), id, null, json(note).put("id", id)));
            else others.add(Input.of(note.id(), null, null, fresh(note)));
        }
        var outcomes = new ArrayList<>(new Batch(known).send(body -> calls.post(NOTES + "batch/update", body)));
        outcomes.addAll(new Batch(others).send(body -> calls.create(NOTES + "batch/create", body)));
        return outcomes;
    }

    private static ObjectNode json(Note note) {
        var json = Json.MAPPER.createObjectNode();
        json.putObject("properties").put("hs_timestamp", note.at().toString()).put("hs_note_body", note.html());
        return json;
    }

    private static ObjectNode fresh(Note note) {
        var json = json(note);
        var association = json.putArray("associations").addObject();
        association.putObject("to").put("id", note.contact());
        association
                .putArray("types")
                .addObject()
                .put("associationCategory", "HUBSPOT_DEFINED")
                .put("associationTypeId", NOTE_TO_CONTACT);
        return json;
    }

    /** Ids there by the ids here, of those that have been made after all. */
    private Map<Long, String> found(List<Note> doubtful) {
        var found = new HashMap<Long, String>();
        if (doubtful.isEmpty()) return found;
        try {
            var contacts = doubtful.stream().map(Note::contact).distinct().toList();
            var texts = texts(notesOf(contacts));
            for (var note : doubtful) {
                var mark = Pattern.compile(Pattern.quote(note.mark()) + "(?!\\d)");
                texts.forEach((id, text) -> {
                    if (mark.matcher(text).find()) found.putIfAbsent(note.id(), id);
                });
            }
            return found;
        } catch (Rejected e) {
            throw new Unavailable(e.getMessage());
        }
    }

    private List<String> notesOf(List<String> contacts) throws Rejected {
        var ids = new ArrayList<String>();
        var open = new HashMap<String, String>();
        contacts.forEach(contact -> open.put(contact, ""));
        for (int page = 0; page < MOST_PAGES && !open.isEmpty(); page++) {
            var body = Json.MAPPER.createObjectNode();
            var inputs = body.putArray("inputs");
            open.forEach((contact, after) -> {
                var input = inputs.addObject().put("id", contact);
                if (!after.isEmpty()) input.put("after", after);
            });
            open.clear();
            for (var result : calls.post("/crm/v4/associations/contacts/notes/batch/read", body)
                    .path("results")) {
                result.path("to").forEach(to -> ids.add(to.path("toObjectId").asText()));
                String after = result.at("/paging/next/after").asText("");
                if (!after.isEmpty()) open.put(result.at("/from/id").asText(), after);
            }
        }
        return ids;
    }

    private Map<String, String> texts(List<String> ids) throws Rejected {
        var texts = new HashMap<String, String>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            var body = Json.MAPPER.createObjectNode();
            body.putArray("properties").add("hs_note_body");
            var inputs = body.putArray("inputs");
            for (String id : ids.subList(from, Math.min(ids.size(), from + BATCH)))
                inputs.addObject().put("id", id);
            for (var note : calls.post(NOTES + "batch/read", body).path("results")) {
                texts.put(
                        note.path("id").asText(),
                        note.at("/properties/hs_note_body").asText(""));
            }
        }
        return texts;
    }
}
