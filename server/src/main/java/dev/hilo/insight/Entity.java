package dev.hilo.insight;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that a message names.
 *
 * @param kind order_number, date, amount, product
 * @param text as it is written
 * @param value in one form for all: a date as 2026-11-23, an amount as 49.90
 * @param currency of an amount, three letters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entity(String kind, String text, String value, String currency) {}
