package dev.hilo.simulation;

import java.util.List;

/**
 * Something that customers ask and nothing that is known answers.
 *
 * @param words that set these questions apart
 * @param subject of the plainest of them
 * @param example one of the questions
 * @param tickets that ask it, the plainest first
 * @param article the replies that people wrote, without greetings, addresses and numbers, as the start of an article
 */
public record Gap(
        List<String> words, String subject, String example, List<Long> tickets, String language, String article) {}
