package dev.hilo.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaTest {

    /** What docs/export.md has to say; after a change of the schema, take it from target/schema.md. */
    @Test
    void the_documented_schema_is_the_one_that_is_written() throws Exception {
        var told = new StringBuilder("Version " + Schema.VERSION + ".\n");
        for (var table : Schema.tables()) {
            told.append("\n### ").append(table.name()).append("\n").append(table.meaning());
            told.append(table.month() == null ? ".\n" : "; filed by the month of `" + table.month() + "`.\n");
            told.append("\n| column | type | |\n|---|---|---|\n");
            for (var column : table.columns()) told.append(line(column));
        }
        Files.writeString(Path.of("target", "schema.md"), told);
        var document = Files.readString(Path.of("..", "docs", "export.md"));
        assertThat(document).contains(told);
    }

    private static String line(Column column) {
        String type = column.type().name().toLowerCase();
        String redacted = switch (column.privacy()) {
            case NONE -> "";
            case TEXT -> "; redacted: without personal data";
            case NAME, EMAIL, PHONE -> "; redacted: a pseudonym";
            case HIDDEN -> "; redacted: null";
            case CHANGES -> "; redacted: numbers and times alone";
        };
        return "| `" + column.name() + "` | " + type + " | " + column.meaning() + redacted + " |\n";
    }
}
