package dev.hilo.cli;

import dev.hilo.export.Export;
import dev.hilo.export.Place;
import dev.hilo.export.Selection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Write an account's tables for analysis; again, and what has changed is brought up to date.",
        mixinStandardHelpOptions = true)
public final class ExportVerb implements Callable<Integer> {

    @Mixin
    HomeOption home;

    @Mixin
    AccountOption account;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TARGET",
            description = "file.duckdb, a folder, or postgresql://user:password@host/database")
    String to;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "PARQUET",
            description = "What a folder's files are: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said")
    Place.Format format;

    @Option(
            names = "--resolved-only",
            description = "Only tickets that are resolved or closed, and what belongs to them")
    boolean resolvedOnly;

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Only tickets created then or later, and what belongs to them: 2026-01-31, or a time in UTC")
    String since;

    @Option(
            names = "--redact",
            description = "Without addresses, telephone and card numbers; customers' names become pseudonyms")
    boolean redact;

    @Option(names = "--whole", description = "Write everything anew")
    boolean whole;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var selection = new Selection(resolvedOnly, since(), redact);
        var place = Place.parse(to, format);
        var out = spec.commandLine().getOut();
        try (var installation = Installation.toAdminister(home.config())) {
            var hilo = installation.hilo();
            var chosen = account.find(hilo);
            long begun = System.nanoTime();
            var result = hilo.export().run(chosen, place, selection, whole, () -> false, (table, rows) -> {});
            result.rows().forEach((table, rows) -> out.println(line(result, table, rows)));
            long all =
                    result.rows().values().stream().mapToLong(Long::longValue).sum();
            double seconds = (System.nanoTime() - begun) / 1e9;
            out.printf("%s, %,d rows in %.1f s.%n", result.whole() ? "Everything" : "What changed", all, seconds);
            return 0;
        }
    }

    private static String line(Export.Result result, String table, long rows) {
        return result.whole()
                ? "%-14s %,12d".formatted(table, rows)
                : "%-14s %,12d  %,d touched"
                        .formatted(table, rows, result.touched().get(table));
    }

    private Instant since() {
        if (since == null) return null;
        try {
            return since.length() == 10
                    ? LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(since);
        } catch (DateTimeException e) {
            throw new Refused("--since is a day such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z");
        }
    }
}
