package dev.hilo.api;

import java.util.List;

/** Many prepared answers at once. */
public record CreateCannedResponses(@Required @Bounds(100) List<SaveCannedResponse> cannedResponses) {}
