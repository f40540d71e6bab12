package dev.hilo.transfers;

import dev.hilo.api.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file while it is written; closing deletes it. */
final class CsvFile implements Upload, AutoCloseable {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

    private final Path path;
    private final String name;
    private final CSVPrinter out;

    CsvFile(Path folder, String name) throws IOException {
        this.name = name;
        path = Files.createTempFile(folder, "people-", ".csv");
        out = new CSVPrinter(Files.newBufferedWriter(path, StandardCharsets.UTF_8), FORMAT);
    }

    void write(List<String> cells) {
        try {
            for (String cell : cells) out.print(Cells.harmless(cell));
            out.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CsvFile finish() throws IOException {
        out.close();
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String contentType() {
        return "text/csv";
    }

    @Override
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }
}
