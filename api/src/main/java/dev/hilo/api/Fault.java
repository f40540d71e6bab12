package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The body of an answer that refuses a request as a whole; a 405 has no code. */
public record Fault(
        @JsonInclude(JsonInclude.Include.NON_NULL) String code, String message) {}
