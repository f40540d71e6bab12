package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How records of the wire lie in a table: column by column under the wire's own names, but for what {@link Adjust} moves.
 *
 * @param key the columns beside the account that a row is found by
 * @param unique a text column whose value no two rows of an account share; null when there is none
 * @param guardsTime whether an older state of a row never replaces a newer one
 */
record Mapping(String table, List<String> key, List<Column> columns, String unique, boolean guardsTime, Adjust adjust) {

    /** @param otherwise what stands for an absent value; null where the column may be empty */
    record Column(String name, String type, JsonNode otherwise) {}

    /** Puts into the row what the wire has under another name or in another form. */
    @FunctionalInterface
    interface Adjust {
        void apply(JsonNode wire, ObjectNode row);
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** For records that do not tell theirs; the very beginning of time is that of places to be filled. */
    private static final JsonNode UNKNOWN_TIME = JSON.textNode("1970-01-01T00:00:02Z");

    static Builder of(String table) {
        return new Builder(table);
    }

    /** Collects the columns of a table. */
    static final class Builder {
        private final String table;
        private final List<Column> columns = new ArrayList<>();
        private List<String> key = List.of("id");
        private String unique;
        private boolean guardsTime;
        private Adjust adjust = (wire, row) -> {};

        private Builder(String table) {
            this.table = table;
            column("id", "bigint", null);
        }

        private Builder column(String name, String type, JsonNode otherwise) {
            columns.add(new Column(name, type, otherwise));
            return this;
        }

        private Builder each(String names, String type, JsonNode otherwise) {
            for (var name : names.split(" ")) column(name, type, otherwise);
            return this;
        }

        Builder texts(String names) {
            return each(names, "text", null);
        }

        Builder fullTexts(String names) {
            return each(names, "text", JSON.textNode(""));
        }

        Builder numbers(String names) {
            return each(names, "bigint", null);
        }

        Builder integers(String names) {
            return each(names, "integer", null);
        }

        Builder integer(String name, int otherwise) {
            return column(name, "integer", JSON.numberNode(otherwise));
        }

        Builder truths(String names) {
            return each(names, "boolean", JSON.booleanNode(false));
        }

        Builder openTruths(String names) {
            return each(names, "boolean", null);
        }

        Builder times(String names) {
            return each(names, "timestamptz", null);
        }

        Builder date(String name) {
            return column(name, "date", null);
        }

        Builder lists(String names) {
            return each(names, "text[]", JSON.arrayNode());
        }

        Builder openLists(String names) {
            return each(names, "text[]", null);
        }

        Builder idLists(String names) {
            return each(names, "bigint[]", JSON.arrayNode());
        }

        Builder object(String name) {
            return column(name, "jsonb", JSON.objectNode());
        }

        Builder array(String name) {
            return column(name, "jsonb", JSON.arrayNode());
        }

        Builder json(String names) {
            return each(names, "jsonb", null);
        }

        Builder unique(String column) {
            unique = column;
            return this;
        }

        Builder key(String... more) {
            key = List.of(more);
            return this;
        }

        Builder guardingTime() {
            guardsTime = true;
            return this;
        }

        Mapping build() {
            each("created_at updated_at", "timestamptz", UNKNOWN_TIME);
            return new Mapping(table, key, List.copyOf(columns), unique, guardsTime, adjust);
        }

        Mapping adjusted(Adjust adjust) {
            this.adjust = adjust;
            return build();
        }
    }

    /** The row for a record of the wire; what the database cannot hold in a text is gone. */
    ObjectNode row(JsonNode wire) {
        var row = JSON.objectNode();
        for (var column : columns) {
            var value = wire.get(column.name);
            row.set(column.name, value == null || value.isNull() ? column.otherwise : clean(value));
        }
        adjust.apply(wire, row);
        return row;
    }

    ArrayNode rows(Iterable<JsonNode> wires) {
        var rows = JSON.arrayNode();
        wires.forEach(wire -> rows.add(row(wire)));
        return rows;
    }

    /** The same for a repair: the other side is right, whatever the times say. */
    Mapping unguarded() {
        return new Mapping(table, key, columns, unique, false, adjust);
    }

    private static JsonNode clean(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            return text.indexOf('\0') < 0 ? value : new TextNode(text.replace("\0", ""));
        }
        if (value.isArray()) {
            var list = JSON.arrayNode();
            value.forEach(element -> list.add(clean(element)));
            return list;
        }
        if (!value.isObject()) return value;
        var object = JSON.objectNode();
        value.properties().forEach(entry -> object.set(entry.getKey().replace("\0", ""), clean(entry.getValue())));
        return object;
    }

    /** The same object without what is not set. */
    static ObjectNode withoutNulls(JsonNode object) {
        var set = JSON.objectNode();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) set.set(entry.getKey(), clean(entry.getValue()));
        });
        return set;
    }

    String names(String prefix) {
        return columns.stream().map(column -> prefix + column.name).collect(Collectors.joining(", "));
    }

    /** For {@code jsonb_to_recordset}. */
    String definitions() {
        return columns.stream().map(column -> column.name + " " + column.type).collect(Collectors.joining(", "));
    }

    List<String> changing() {
        return columns.stream()
                .map(Column::name)
                .filter(name -> !key.contains(name))
                .toList();
    }
}
