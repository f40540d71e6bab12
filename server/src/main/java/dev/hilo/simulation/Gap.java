package dev.hilo.simulation;

import java.util.List;

/**
 * Something that customers ask and nothing that is known answers.
 *
 * @param words that set these questions apart
 * @param example one of the questions
 * @param tickets that ask it, the plainest first
 * @param article the replies that people wrote, as the start of an article
 */
public record Gap(List<String> words, String example, List<Long> tickets, String language, String article) {}
