package dev.hilo.web;

import dev.hilo.db.Database;
import java.nio.charset.StandardCharsets;

/** Whether the server lives, whether it can serve, and what it measures of itself. */
public final class Health {

    private final Database database;
    private final Metrics metrics;

    public Health(Database database, Metrics metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    public Answer live(Call call) {
        return text(200, "live\n");
    }

    public Answer ready(Call call) {
        try {
            database.read(h -> h.createQuery("select 1").mapTo(int.class).one());
            return text(200, "ready\n");
        } catch (RuntimeException e) {
            return text(503, "the database does not answer\n");
        }
    }

    public Answer metrics(Call call) {
        return new Answer.Raw(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer text(int status, String text) {
        return new Answer.Raw(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
