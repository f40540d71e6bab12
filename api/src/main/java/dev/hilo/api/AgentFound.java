package dev.hilo.api;

/** An agent whose name or e-mail begins with what was typed. */
public record AgentFound(long id, String name, String email, Avatar avatar) {}
