package dev.hilo.api;

/**
 * Takes a draft with changes.
 *
 * @param body what is said instead, as HTML or text
 * @param send whether it is sent to the customer at once
 * @param conversationId the reply in which it was sent already
 */
public record EditDraft(@Required String body, Boolean send, Long conversationId) {}
