package dev.hilo.api;

import java.util.List;

/**
 * A ticket's summary, which takes the place of the one that is there.
 *
 * @param attachments are added to those that are there
 */
public record WriteTicketSummary(@Required String body, List<Upload> attachments) {}
