package dev.hilo.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** When customers write: more on Mondays, in the evening, before Christmas and lately; less in August and at night. */
final class Seasons {

    private static final int DAYS = 365;
    private static final double[] HOURS = {
        .2, .1, .05, .05, .1, .3, .8, 1.6, 2.6, 3.4, 3.6, 3.2, 2.6, 2.4, 2.6, 2.7, 2.6, 2.5, 2.6, 2.8, 2.9, 2.3, 1.3, .6
    };

    private final Instant now;
    private final Dice dice;
    private final double[] days = new double[DAYS];

    Seasons(Instant now, Dice dice) {
        this.now = now;
        this.dice = dice;
        for (int i = 0; i < DAYS; i++) days[i] = weight(day(i), i);
    }

    private LocalDate day(int daysAgo) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(daysAgo);
    }

    private static double weight(LocalDate day, int daysAgo) {
        double growth = (daysAgo < 9 ? 2.2 : 1.25) - 0.4 * daysAgo / DAYS;
        return growth * ofWeek(day.getDayOfWeek()) * ofYear(day);
    }

    private static double ofWeek(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.3;
            case TUESDAY -> 1.12;
            case FRIDAY -> 0.95;
            case SATURDAY -> 0.5;
            case SUNDAY -> 0.42;
            default -> 1.0;
        };
    }

    private static double ofYear(LocalDate day) {
        boolean blackFriday = day.getMonth() == Month.NOVEMBER && day.getDayOfMonth() >= 24;
        if (blackFriday) return 1.9;
        return switch (day.getMonth()) {
            case DECEMBER -> day.getDayOfMonth() < 24 ? 1.6 : 0.9;
            case JANUARY -> 1.3;
            case AUGUST -> 0.7;
            default -> 1.0;
        };
    }

    /** The given number of times within the last year, earliest first. */
    Stream<Instant> times(int number) {
        return Stream.generate(this::time).limit(number).sorted();
    }

    private Instant time() {
        for (int tries = 0; tries < 100; tries++) {
            var time = day(dice.weighted(days))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .plus(dice.weighted(HOURS), ChronoUnit.HOURS)
                    .plusMillis(dice.below(3_600_000));
            if (time.isBefore(now)) return time;
        }
        return now.minusSeconds(60);
    }

    /** How much more of a topic there is at a time. */
    static double factor(String season, Instant time) {
        if (season == null) return 1;
        var day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return switch (season) {
            case "january" -> day.getMonth() == Month.JANUARY ? 2.2 : day.getMonth() == Month.DECEMBER ? 0.7 : 1;
            case "clock" -> isClockChange(day) ? 5 : 0.8;
            default -> 1;
        };
    }

    private static boolean isClockChange(LocalDate day) {
        boolean month = day.getMonth() == Month.MARCH || day.getMonth() == Month.OCTOBER;
        boolean after = day.getDayOfMonth() <= 6 && (day.getMonth() == Month.APRIL || day.getMonth() == Month.NOVEMBER);
        return month && day.getDayOfMonth() >= 25 || after;
    }
}
