package dev.hilo.contacts;

public record RequesterClaim(
        Long requesterId,
        String email,
        String phone,
        String twitterId,
        String facebookId,
        String uniqueExternalId,
        String name) {}
