package dev.hilo.backup;

import java.util.List;

/**
 * What an archive holds.
 *
 * @param format the archive's layout, {@link #FORMAT}
 * @param hilo the version of Hilo that wrote it
 * @param schema the version of the database's schema
 * @param createdAt ISO 8601, UTC
 */
public record Manifest(
        int format,
        String hilo,
        String schema,
        String createdAt,
        List<Table> tables,
        List<Sequence> sequences,
        List<File> files) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * @param columns in the order of the table's entry, which is in COPY's text format
     * @param sha256 of the entry, uncompressed, in hexadecimal
     */
    public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** @param next the value that the sequence gives next */
    public record Sequence(String name, long next) {}

    public record File(String name, long bytes, String sha256) {

        String entry() {
            return "files/" + name;
        }
    }

    /** For people: {@code 12,345 rows and 6 files}. */
    public String summary() {
        return "%,d rows and %,d files".formatted(rows(), files.size());
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
