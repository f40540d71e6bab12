package dev.hilo.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Numbers of a period beside those of the period before it.
 *
 * @param timeZone whose days and hours are meant
 * @param comments what customers wrote with their ratings, newest first; absent in other reports
 */
public record Report(
        String report,
        String timeZone,
        LocalDate from,
        LocalDate to,
        LocalDate beforeFrom,
        LocalDate beforeTo,
        List<Definition> definitions,
        List<Figure> figures,
        List<Figure> rows,

        @JsonInclude(JsonInclude.Include.NON_NULL) List<Comment> comments) {

    /** What a number means, in words. */
    public record Definition(String measure, String text) {}

    /**
     * One number.
     *
     * @param by what the tickets are split by; null for all of them
     * @param key of the part; empty for tickets that have none
     * @param label what people call the part, where the key does not say it
     * @param unit {@code tickets}, {@code seconds}, or {@code share} from 0 to 1
     * @param value null where no ticket counts
     * @param before the same in the period before
     * @param low and high: where a share lies with 95 % confidence; null elsewhere
     * @param tickets how many are behind the value
     * @param ticketsPath where they are listed
     */
    public record Figure(
            String name,
            String measure,
            String by,
            String key,
            String label,
            String unit,
            Double value,
            Double before,
            Double low,
            Double high,
            long tickets,
            long ticketsBefore,
            String ticketsPath) {}

    /** A ticket behind a number. @param value seconds, or a rating, where there is one */
    public record Behind(long id, String subject, int status, Instant at, Double value) {}

    /** What a customer wrote with a rating. */
    public record Comment(long ticketId, int rating, String feedback, Instant at) {}
}
