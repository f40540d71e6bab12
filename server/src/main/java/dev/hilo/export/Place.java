package dev.hilo.export;

import dev.hilo.db.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where an export is asked to go. */
public sealed interface Place {

    /** A file of DuckDB's. */
    record DuckDbPlace(Path file) implements Place {}

    /** A folder of files. */
    record FolderPlace(Path folder, Format format) implements Place {}

    /** A database; the tables lie in its schema {@code hilo_export}. */
    record PostgresPlace(DatabaseUrl url) implements Place {}

    /** What the files of a folder are. */
    enum Format {
        PARQUET,
        CSV,
        JSONL
    }

    /**
     * Reads {@code file.duckdb}, {@code postgresql://…} or the name of a folder.
     *
     * @param format of a folder's files
     */
    static Place parse(String text, Format format) {
        if (text.matches("(?i)(jdbc:)?postgres(ql)?:.*")) return new PostgresPlace(DatabaseUrl.parse(text));
        String name = text.toLowerCase(Locale.ROOT);
        if (name.endsWith(".duckdb") || name.endsWith(".db"))
            return new DuckDbPlace(Path.of(text).toAbsolutePath());
        return new FolderPlace(Path.of(text).toAbsolutePath(), format);
    }

    default Target open() throws Exception {
        return switch (this) {
            case DuckDbPlace(var file) -> {
                Files.createDirectories(file.getParent());
                yield new DuckDbFile(file);
            }
            case FolderPlace(var folder, var format) ->
                format == Format.PARQUET ? new ParquetFolder(folder) : new LinesFolder(folder, format);
            case PostgresPlace(var url) -> new PostgresSchema(url);
        };
    }
}
