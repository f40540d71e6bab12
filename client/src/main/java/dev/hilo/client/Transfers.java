package dev.hilo.client;

import dev.hilo.api.ExportStarted;
import dev.hilo.api.ExportStatus;
import dev.hilo.api.ImportStatus;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Contacts or companies in and out as CSV files. */
public final class Transfers extends Resource {

    private final String path;

    Transfers(Raw raw, String path) {
        super(raw);
        this.path = path;
    }

    /**
     * {@code client.contacts().transfers().export(List.of("name", "email"), List.of())}
     *
     * @return the id for {@link #exported}
     */
    public String export(List<String> fields, List<String> customFields) {
        var asked = Map.of("fields", Map.of("default_fields", fields, "custom_fields", customFields));
        return post(path + "/export", asked, ExportStarted.class).id();
    }

    /** {@code client.contacts().transfers().exported(id).downloadUrl()} */
    public ExportStatus exported(String id) {
        return one(path + "/export/" + id, ExportStatus.class);
    }

    /**
     * {@code client.contacts().transfers().load(Path.of("people.csv"), Map.of("name", 0, "email", 1))}
     *
     * @param columns of the file, from 0, by field
     */
    public ImportStatus load(Path file, Map<String, Integer> columns) {
        try {
            var form = new Form().withAll("fields", columns).file("file", file, "text/csv");
            return post(path + "/imports", form, ImportStatus.class);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest five: {@code client.contacts().transfers().loads()}. */
    public List<ImportStatus> loads() {
        return List.of(get(path + "/imports").as(ImportStatus[].class));
    }

    /** {@code client.contacts().transfers().loaded(7).completedRecords()} */
    public ImportStatus loaded(long id) {
        return one(path + "/imports/" + id, ImportStatus.class);
    }

    /** What is done stays: {@code client.contacts().transfers().cancel(7)}. */
    public void cancel(long id) {
        send("PUT", path + "/imports/" + id + "/cancel", null);
    }
}
