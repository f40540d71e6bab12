package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Timestamps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where the next page of a list begins.
 *
 * @param newest the greatest time of change that was read
 * @param complete whether the list was read to its end once
 */
public record Cursor(String resource, Instant since, int page, Instant newest, boolean complete, long readRows) {

    static final int PAGE_SIZE = 100;
    /** The last page that Freshdesk shows of a list of tickets. */
    private static final int LAST_PAGE = 300;
    /** Rows of a page that may be read again for the sake of a place that nothing can shift: two percent. */
    private static final int AFFORDABLE = 2;

    static Cursor first(String resource) {
        return new Cursor(resource, Instant.EPOCH, 1, Instant.EPOCH, false, 0);
    }

    String sinceOnTheWire() {
        return since.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    boolean isEnd(int size) {
        return size < PAGE_SIZE;
    }

    /**
     * Behind a full page of a list in the order of its changes. A place by time stands firm when rows before it move to the
     * end; a place by number does not, but re-reads nothing, and is what is left within a second that fills a page.
     */
    Cursor behind(List<JsonNode> page, boolean rolls) {
        var last = newest(page);
        var greatest = last.isAfter(newest) ? last : newest;
        long shared = page.stream().filter(row -> changedAt(row).equals(last)).count();
        boolean moves = rolls && last.isAfter(since) && (shared <= AFFORDABLE || page() >= LAST_PAGE);
        return moves
                ? new Cursor(resource, last, 1, greatest, complete, readRows + page.size())
                : new Cursor(resource, since, page() + 1, greatest, complete, readRows + page.size());
    }

    /** Behind the last page: the next run begins here. */
    Cursor atEnd(List<JsonNode> page) {
        var last = newest(page);
        var greatest = last.isAfter(newest) ? last : newest;
        return new Cursor(resource, greatest, 1, greatest, true, readRows + page.size());
    }

    Cursor from(Instant earlier) {
        return new Cursor(resource, earlier, 1, newest, complete, readRows);
    }

    private static Instant newest(List<JsonNode> page) {
        return page.stream().map(Cursor::changedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    static Instant changedAt(JsonNode row) {
        String text = row.path("updated_at").asText("");
        try {
            return text.isEmpty() ? Instant.EPOCH : Timestamps.parse(text);
        } catch (java.time.DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
