package dev.hilo.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates and money read. */
enum Language {
    EN("en", "d MMMM"),
    ES("es", "d 'de' MMMM");

    final String code;
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekday;

    Language(String code, String day) {
        var locale = Locale.of(code);
        this.code = code;
        this.day = DateTimeFormatter.ofPattern(day, locale).withZone(ZoneOffset.UTC);
        this.weekday = DateTimeFormatter.ofPattern("EEEE", locale).withZone(ZoneOffset.UTC);
    }

    static Language of(String code) {
        return code.equals("es") ? ES : EN;
    }

    String day(Instant time) {
        return day.format(time);
    }

    String weekday(Instant time) {
        return weekday.format(time);
    }

    String money(int cents) {
        String amount = cents / 100 + (this == ES ? "," : ".") + cents / 10 % 10 + cents % 10;
        return this == ES ? amount + " €" : "€" + amount;
    }
}
