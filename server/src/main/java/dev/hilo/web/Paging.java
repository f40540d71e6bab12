package dev.hilo.web;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;

/**
 * Which page of a list is asked for.
 *
 * @param page from 1
 * @param perPage 30 unless told, at most 100
 */
public record Paging(int page, int perPage) {

    static final int DEFAULT_SIZE = 30;
    static final int LARGEST_SIZE = 100;
    private static final int LAST_PAGE = 1_000_000;

    public static final Paging FIRST = new Paging(1, DEFAULT_SIZE);

    /** One more than the page holds, to learn whether there is a next one. */
    public int limit() {
        return perPage + 1;
    }

    public long offset() {
        return (page - 1L) * perPage;
    }

    static Paging read(String page, String perPage, int largest) {
        if (page == null && perPage == null) return FIRST;
        var problems = new Problems();
        int number = positive("page", page, 1, LAST_PAGE, problems);
        int size = positive("per_page", perPage, DEFAULT_SIZE, largest, problems);
        problems.refuse();
        return new Paging(number, size);
    }

    private static int positive(String name, String text, int otherwise, int largest, Problems problems) {
        if (text == null) return otherwise;
        int number = number(text);
        if (number >= 1 && number <= largest) return number;
        String bound = name.equals("page") ? "" : " less than or equal to " + largest;
        problems.add(FieldError.invalid(name, "It should be a Positive Integer" + bound));
        return otherwise;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
