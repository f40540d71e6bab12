package dev.hilo.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times on the wire: written as {@code 2026-11-23T08:16:00Z}, read in every form that Freshdesk takes, from a bare date
 * to an offset; without a zone they are UTC. Years run from 1900 to 9999.
 */
public final class Timestamps {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Timestamps() {}

    public static Instant parse(String text) {
        Matcher form = FORM.matcher(text.length() > 40 ? "" : text);
        if (!form.matches()) throw new DateTimeException("Not a time: " + text);
        var local = LocalDateTime.of(
                number(form.group(1)),
                number(form.group(2)),
                number(form.group(3)),
                number(form.group(4)),
                number(form.group(5)),
                number(form.group(6)),
                nanos(form.group(7)));
        var time = local.toInstant(zone(form.group(8)));
        if (time.isBefore(FIRST) || time.isAfter(LAST)) throw new DateTimeException("Out of reach: " + text);
        return time;
    }

    /** A day such as {@code 2026-11-23}, and in no other form. */
    public static LocalDate parseDate(String text) {
        if (text.length() != 10 || text.charAt(0) == '+' || text.charAt(0) == '-') {
            throw new DateTimeException("Not a date: " + text);
        }
        return LocalDate.parse(text);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Microseconds at the finest, since that is what is stored. */
    private static int nanos(String fraction) {
        if (fraction == null) return 0;
        String micros = (fraction + "000000").substring(0, 6);
        return Integer.parseInt(micros) * 1000;
    }

    private static ZoneOffset zone(String text) {
        if (text == null || text.equals("Z")) return ZoneOffset.UTC;
        int sign = text.charAt(0) == '-' ? -1 : 1;
        String digits = text.substring(1).replace(":", "");
        int minutes = digits.length() == 4 ? number(digits.substring(2)) : 0;
        if (minutes > 59) throw new DateTimeException("Not an offset: " + text);
        return ZoneOffset.ofTotalSeconds(sign * (number(digits.substring(0, 2)) * 3600 + minutes * 60));
    }

    /** Seconds in UTC; written by hand since every answer holds dozens of them. */
    public static String format(Instant time) {
        long seconds = time.getEpochSecond();
        long days = Math.floorDiv(seconds, 86_400L);
        int ofDay = (int) Math.floorMod(seconds, 86_400L);
        // Days to year, month and day after Howard Hinnant's "chrono-compatible low-level date algorithms".
        long shifted = days + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        int dayOfEra = (int) (shifted - era * 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        var out = new byte[20];
        digits(out, 0, year / 100);
        digits(out, 2, year % 100);
        out[4] = '-';
        digits(out, 5, month);
        out[7] = '-';
        digits(out, 8, day);
        out[10] = 'T';
        digits(out, 11, ofDay / 3600);
        out[13] = ':';
        digits(out, 14, ofDay / 60 % 60);
        out[16] = ':';
        digits(out, 17, ofDay % 60);
        out[19] = 'Z';
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] out, int at, int value) {
        out[at] = (byte) ('0' + value / 10);
        out[at + 1] = (byte) ('0' + value % 10);
    }
}
