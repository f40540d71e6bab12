package dev.hilo.api;

/**
 * Takes a draft as it is.
 *
 * @param send whether it is sent to the customer at once
 * @param conversationId the reply in which it was sent already
 */
public record AcceptDraft(Boolean send, Long conversationId) {}
