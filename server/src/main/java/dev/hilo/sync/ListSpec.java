package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A list of the other account, and what becomes of its rows.
 *
 * @param resource its name in cursors and reports
 * @param path below {@code /api/v2}, with {@code ?} or what else its parameters follow
 * @param sinceParameter the parameter that leaves out what has not changed; null for a list that is read whole each time
 * @param paged whether it takes {@code page}; all of it is one page otherwise
 * @param rolls whether it is in the order of the changes, so that a page can begin where the last one ended
 * @param every how often it is read; zero for each run
 * @param isWhole whether a row that a whole reading did not show is gone there
 * @param mappings the tables, in the order in which their rows can be put there
 * @param mark added to each record of the list
 * @param then what hangs on the rows
 */
record ListSpec(
        String resource,
        String path,
        String sinceParameter,
        boolean paged,
        boolean rolls,
        Duration every,
        boolean isWhole,
        List<Mapping> mappings,
        Mark mark,
        Then then) {

    /** Says of a record what the list alone tells. */
    @FunctionalInterface
    interface Mark {
        JsonNode on(Source source, JsonNode wire);
    }

    /** Does what is left to do for a page, in its transaction. */
    @FunctionalInterface
    interface Then {
        void after(Handle handle, Page page);
    }

    /** A page as it was told. @param date the other side's clock when it did; null when it has none */
    record Page(long accountId, List<JsonNode> wires, Instant date) {}

    static ListSpec whole(String resource, String path, Duration every, Mapping... mappings) {
        return new ListSpec(
                resource,
                path,
                null,
                true,
                false,
                every,
                true,
                List.of(mappings),
                (source, wire) -> wire,
                (handle, page) -> {});
    }

    static ListSpec since(String resource, String path, String parameter, Duration every, Mapping mapping) {
        return new ListSpec(
                resource,
                path,
                parameter,
                true,
                false,
                every,
                false,
                List.of(mapping),
                (source, wire) -> wire,
                (handle, page) -> {});
    }

    ListSpec rolling() {
        return new ListSpec(resource, path, sinceParameter, paged, true, every, isWhole, mappings, mark, then);
    }

    ListSpec unpaged() {
        return new ListSpec(resource, path, sinceParameter, false, rolls, every, isWhole, mappings, mark, then);
    }

    ListSpec marked(Mark mark) {
        return new ListSpec(resource, path, sinceParameter, paged, rolls, every, isWhole, mappings, mark, then);
    }

    ListSpec then(Then then) {
        return new ListSpec(resource, path, sinceParameter, paged, rolls, every, isWhole, mappings, mark, then);
    }

    String address(Cursor cursor) {
        if (!paged) return path;
        var parameters = new ArrayList<String>();
        if (sinceParameter != null) parameters.add(sinceParameter + "=" + cursor.sinceOnTheWire());
        parameters.add("per_page=" + Cursor.PAGE_SIZE);
        parameters.add("page=" + cursor.page());
        return path + (path.contains("?") ? "&" : "?") + String.join("&", parameters);
    }
}
