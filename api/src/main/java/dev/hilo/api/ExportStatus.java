package dev.hilo.api;

/**
 * How far an export is.
 *
 * @param status {@code in_progress}, {@code completed} or {@code failed}
 * @param downloadUrl fetched without a log-in, until 15 days after the start; null before it is completed
 */
public record ExportStatus(String id, String status, String downloadUrl) {}
