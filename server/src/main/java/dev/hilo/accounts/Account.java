package dev.hilo.accounts;

import java.time.Instant;
import java.util.List;

/** A tenant: one help desk with its own people, tickets and settings. */
public record Account(
        long accountId,
        String subdomain,
        String name,
        Plan plan,
        String timeZone,
        String language,
        List<String> supportedLanguages,
        List<String> portalLanguages,
        Instant createdAt) {}
