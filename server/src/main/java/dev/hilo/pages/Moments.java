package dev.hilo.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times as a reader says them: in the reader's language and time zone. */
public final class Moments {

    private final Phrases phrases;
    private final ZoneId zone;
    private final Instant now;

    Moments(Phrases phrases, String zone, Clock clock) {
        this.phrases = phrases;
        this.zone = zone(zone);
        this.now = clock.instant();
    }

    private static ZoneId zone(String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    public Instant now() {
        return now;
    }

    /** How long ago or how long still: {@code 3 h}. Past a month it is a date. */
    public String relative(Instant time) {
        var apart = Duration.between(time, now).abs();
        return apart.toDays() > 30 ? date(time) : span(apart);
    }

    public String span(Duration apart) {
        if (apart.toMinutes() < 1) return phrases.text("time.now");
        if (apart.toHours() < 1) return phrases.text("time.minutes", apart.toMinutes());
        if (apart.toHours() < 48) return phrases.text("time.hours", apart.toHours());
        return phrases.text("time.days", apart.toDays());
    }

    public String date(Instant time) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), time);
    }

    /** In full, for those who want to know exactly. */
    public String absolute(Instant time) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), time);
    }

    private String format(DateTimeFormatter style, Instant time) {
        return style.withLocale(phrases.locale()).format(time.atZone(zone));
    }
}
