package dev.hilo.transfers;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file in UTF-8, its header first, one at a time. */
final class CsvRows implements Iterator<List<String>>, AutoCloseable {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    CsvRows(InputStream in) throws IOException {
        var reader = new InputStreamReader(withoutMark(in), StandardCharsets.UTF_8.newDecoder());
        parser = CSVParser.parse(reader, FORMAT);
        records = parser.iterator();
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        var pushback = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        byte[] head = pushback.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(head, BYTE_ORDER_MARK)) pushback.unread(head);
        return pushback;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw unreadable();
        }
    }

    @Override
    public List<String> next() {
        try {
            return records.next().toList();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return new Refusal.Invalid(FieldError.invalid("file", "It should be a CSV file in UTF-8"));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
