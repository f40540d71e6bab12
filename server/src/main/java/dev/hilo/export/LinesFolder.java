package dev.hilo.export;

import dev.hilo.accounts.Account;
import dev.hilo.export.Place.Format;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of CSV or JSON Lines: {@code tickets/account=acme/part-000001.csv}. Each run adds a part; where it is not the
 * first, {@code void-000002.csv} has the ids whose rows in all earlier parts no longer count.
 */
final class LinesFolder implements Target {

    private static final String NUMBER = "%06d";

    private final Path folder;
    private final Format format;
    private final FolderState state;
    private final Map<Path, Optional<Path>> moves = new LinkedHashMap<>();

    LinesFolder(Path folder, Format format) throws IOException {
        this.folder = folder;
        this.format = format;
        state = new FolderState(folder);
    }

    @Override
    public Optional<Manifest> last(Account account) throws IOException {
        return state.last(account);
    }

    @Override
    public TableWriter write(Account account, Table table, boolean whole) throws IOException {
        var home = folder.resolve(table.name()).resolve("account=" + account.subdomain());
        var old = Folders.files(home);
        if (whole) for (var file : old) moves.put(file, Optional.empty());
        String number = NUMBER.formatted(whole ? 1 : 1 + last(old));
        return new Part(home, table.columns(), number, whole);
    }

    private static int last(List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches("part-\\d{6}\\..*"))
                .mapToInt(name -> Integer.parseInt(name.substring(5, 11)))
                .max()
                .orElse(0);
    }

    @Override
    public void commit(Account account, Manifest manifest) throws IOException {
        state.commit(manifest, moves);
    }

    @Override
    public void close() throws IOException {
        state.close();
    }

    /** A part and its voids; where nothing was touched there is neither. */
    private final class Part implements TableWriter {
        private final Lines lines;
        private final BufferedWriter part;
        private final BufferedWriter voids;
        private final boolean whole;
        private final Map<Path, Optional<Path>> made = new LinkedHashMap<>();
        private long touched;

        Part(Path home, List<Column> columns, String number, boolean whole) throws IOException {
            this.whole = whole;
            lines = format == Format.CSV ? new CsvLines(columns) : new JsonLines(columns);
            String ending = "." + format.name().toLowerCase();
            part = writer(home.resolve("part-" + number + ending));
            part.write(lines.head());
            voids = whole ? null : writer(home.resolve("void-" + number + ending));
            if (voids != null) voids.write(lines.voidHead());
        }

        private BufferedWriter writer(Path file) throws IOException {
            var staged = state.staging().resolve(folder.relativize(file).toString());
            Files.createDirectories(staged.getParent());
            made.put(file, Optional.of(staged));
            return Files.newBufferedWriter(staged);
        }

        @Override
        public void touch(long id) throws IOException {
            touched++;
            voids.write(lines.voidLine(id));
        }

        @Override
        public void row(Object[] values) throws IOException {
            part.write(lines.line(values));
        }

        @Override
        public void close() throws IOException {
            try (part;
                    voids) {
                if (whole || touched > 0) moves.putAll(made);
            }
        }
    }
}
