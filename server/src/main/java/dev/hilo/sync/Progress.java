package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

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
    private final LongSupplier calls;
    private final Consumer<Standing> told;
    private long notesLeftOut;
    private long rows;
    private long total;
    private long done;
    private long beginNanos;

    /** @param told called whenever something has changed */
    Progress(BooleanSupplier stopped, LongSupplier calls, Consumer<Standing> told) {
        this.stopped = stopped;
        this.calls = calls;
        this.told = told;
    }

    boolean mayGoOn() {
        return !stopped.getAsBoolean() && !Thread.currentThread().isInterrupted();
    }

    synchronized void landed(String resource, long rows, Landing.Landed landed) {
        counts.merge(resource, Count.NONE.plus(rows, landed), (a, b) -> a.plus(rows, landed));
        this.rows += rows;
        tell(resource);
    }

    private void tell(String resource) {
        told.accept(new Standing(resource, rows, calls.getAsLong(), done, total, beginNanos));
    }

    synchronized void note(String resource, String text) {
        if (notes.size() < MOST_NOTES) notes.add(new Note(resource, text));
        else notesLeftOut++;
    }

    /** So many tickets have entries to be read. */
    synchronized void expect(long tickets) {
        total = tickets;
        done = 0;
        beginNanos = System.nanoTime();
    }

    synchronized void done(long tickets) {
        done += tickets;
    }

    synchronized Map<String, Count> counts() {
        return new LinkedHashMap<>(counts);
    }

    synchronized List<Note> notes() {
        return List.copyOf(notes);
    }

    /** @param failure why it stopped; null when it went to its end */
    synchronized JsonNode report(String failure) {
        var report = Json.MAPPER.createObjectNode();
        report.put("calls", calls.getAsLong());
        report.set("resources", Json.MAPPER.valueToTree(counts));
        report.set("notes", Json.MAPPER.valueToTree(notes));
        if (notesLeftOut > 0) report.put("notes_left_out", notesLeftOut);
        report.put("failure", failure);
        return report;
    }
}
