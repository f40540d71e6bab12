package dev.hilo.api;

import java.util.List;

public record CreateAgents(@Required @Bounds(500) List<CreateAgent> agents) {}
