package dev.hilo.api;

import java.time.Instant;

/** A ticket that is like another. @param similarity from 0 to 1; of meaning where the language is understood, else of words */
public record SimilarTicket(long id, String subject, int status, double similarity, Instant createdAt) {}
