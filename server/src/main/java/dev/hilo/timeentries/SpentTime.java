package dev.hilo.timeentries;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.util.regex.Pattern;

/** Time spent as the wire has it: {@code hh:mm}, with more digits where there are more hours. */
final class SpentTime {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4}):([0-5]?\\d)");

    private SpentTime() {}

    static String format(long seconds) {
        return "%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
    }

    /** In seconds; what is no time is a problem, and none. */
    static long parse(String text, Problems problems) {
        var form = FORM.matcher(text == null ? "" : text);
        if (form.matches()) return Long.parseLong(form.group(1)) * 3600 + Long.parseLong(form.group(2)) * 60;
        problems.add(FieldError.invalid("time_spent", "It should be in the 'hh:mm' format"));
        return 0;
    }
}
