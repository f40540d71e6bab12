package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What a run has done so far: counts by resource, and what is to be told of it. */
final class Progress {

    private static final int MOST_NOTES = 200;

    /** @param read rows told @param created those that were new here @param updated those that were different */
    record Count(long read, long created, long updated) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(long rows, Landing.Landed landed) {
            return new Count(read + rows, created + landed.created(), updated + landed.updated());
        }
    }

    /** @param resource what it is about */
    record Note(String resource, String text) {}

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final BooleanSupplier stopped;
    private final Runnable told;
    private long notesLeftOut;
    private long toDo;

    /** @param told called whenever something has changed */
    Progress(BooleanSupplier stopped, Runnable told) {
        this.stopped = stopped;
        this.told = told;
    }

    boolean mayGoOn() {
        return !stopped.getAsBoolean() && !Thread.currentThread().isInterrupted();
    }

    synchronized void landed(String resource, long rows, Landing.Landed landed) {
        counts.merge(resource, Count.NONE.plus(rows, landed), (a, b) -> a.plus(rows, landed));
        told.run();
    }

    synchronized void note(String resource, String text) {
        if (notes.size() < MOST_NOTES) notes.add(new Note(resource, text));
        else notesLeftOut++;
    }

    synchronized void toDo(long tickets) {
        toDo = tickets;
        told.run();
    }

    synchronized long toDo() {
        return toDo;
    }

    synchronized Map<String, Count> counts() {
        return new LinkedHashMap<>(counts);
    }

    synchronized List<Note> notes() {
        return List.copyOf(notes);
    }

    /** @param end null while it goes on */
    synchronized JsonNode report(long calls, String failure, Instant end) {
        var report = Json.MAPPER.createObjectNode();
        report.put("calls", calls);
        report.set("resources", Json.MAPPER.valueToTree(counts));
        report.set("notes", Json.MAPPER.valueToTree(notes));
        if (notesLeftOut > 0) report.put("notes_left_out", notesLeftOut);
        report.put("tickets_to_do", toDo);
        report.put("failure", failure);
        return report;
    }
}
