package dev.hilo.api;

/** Where a ticket belongs, as an agent says. */
public record PutTicketTopic(@Required Long topicId) {}
