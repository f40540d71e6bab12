package dev.hilo.fields;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A value that a field offers.
 *
 * @param value what is stored: a text, or the number of a status, priority or source
 * @param labelForCustomers of a status
 * @param stopSlaTimer of a status: whether the time to resolution stands still in it
 * @param choices of a nested field, the values of the next level
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Choice(
        Long id,
        String label,
        Object value,
        Integer position,
        String labelForCustomers,
        Boolean stopSlaTimer,
        Boolean deleted,
        Long parentChoiceId,
        List<Choice> choices) {

    public static Choice of(String label, Object value, int position) {
        return new Choice((long) position, label, value, position, null, null, null, null, null);
    }

    static Choice status(String label, String forCustomers, int value, int position, boolean stops) {
        return new Choice((long) position, label, value, position, forCustomers, stops, false, null, null);
    }

    Choice withId(long id) {
        return new Choice(
                id, label, value, position, labelForCustomers, stopSlaTimer, deleted, parentChoiceId, choices);
    }

    int number() {
        return ((Number) value).intValue();
    }

    String text() {
        return String.valueOf(value);
    }
}
