package dev.hilo.reports;

import dev.hilo.pages.Phrases;
import dev.hilo.reports.Report.Figure;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;

/** Numbers and parts as people read them. */
public final class Words {

    private final Phrases phrases;

    Words(Phrases phrases) {
        this.phrases = phrases;
    }

    public String value(Figure figure) {
        return said(figure.unit(), figure.value());
    }

    public String before(Figure figure) {
        return said(figure.unit(), figure.before());
    }

    private String said(String unit, Double value) {
        if (value == null) return "–";
        return switch (unit) {
            case "seconds" -> span(Duration.ofSeconds(value.longValue()));
            case "share" -> share(value);
            default -> phrases.number(value.longValue());
        };
    }

    private String span(Duration span) {
        if (span.toMinutes() < 90) return phrases.text("time.minutes", span.toMinutes());
        return span.toHours() < 48
                ? phrases.text("time.hours", span.toHours())
                : phrases.text("time.days", span.toDays());
    }

    private String share(double value) {
        return phrases.number(Math.round(value * 100)) + " %";
    }

    /** Where the share lies, where few tickets are behind it; empty elsewhere. */
    public String interval(Figure figure) {
        return figure.low() == null ? "" : share(figure.low()) + " – " + share(figure.high());
    }

    public String name(Figure figure) {
        return phrases.text("reports.name." + figure.name());
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(phrases.locale())
                .format(day);
    }

    public String part(Figure figure) {
        String key = figure.key();
        if (key.isEmpty()) return phrases.text("reports.none");
        return switch (figure.by()) {
            case "day" -> date(LocalDate.parse(key));
            case "hour" -> hour(key);
            case "age" -> phrases.text("reports.age." + key);
            case "channel", "rating" -> known("reports." + figure.by() + ".", key);
            default -> figure.label() == null ? key : figure.label();
        };
    }

    private String known(String prefix, String key) {
        String phrase = prefix + key.replace("-", "minus");
        return phrases.has(phrase) ? phrases.text(phrase) : key;
    }

    public String rating(int score) {
        return known("reports.rating.", "" + score);
    }

    private String hour(String key) {
        var day = DayOfWeek.of(key.charAt(0) - '0').getDisplayName(TextStyle.SHORT, phrases.locale());
        return day + " " + key.substring(2) + ":00";
    }
}
