package dev.hilo.api;

import java.util.List;

/** A change of a note: its text, more files, or both. */
public record UpdateConversation(Patch<String> body, List<Upload> attachments) {}
