package dev.hilo.search;

import dev.hilo.api.FieldError;
import dev.hilo.api.Required;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Paging;

/**
 * What a search can be asked for.
 *
 * @param query in the search language, with the double quotes around it
 * @param page from 1, ten at most
 */
public record Search(@Required String query, Integer page) {

    private static final int LAST_PAGE = 10;
    private static final int PER_PAGE = 30;

    public Paging paging() {
        int number = page == null ? 1 : page;
        if (number >= 1 && number <= LAST_PAGE) return new Paging(number, PER_PAGE);
        throw new Refusal.Invalid(
                FieldError.invalid("page", "It should be a Positive Integer less than or equal to " + LAST_PAGE));
    }
}
