package dev.hilo.api;

import java.util.List;

/** Who gets a blind copy of everything that is sent: 255 characters in all. */
public record BccEmails(@Required @Bounds(255) List<String> emails) {}
