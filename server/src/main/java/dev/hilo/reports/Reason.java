package dev.hilo.reports;

/** Why a ticket matters now. @param points the more, the higher the ticket stands @param text in the reader's language */
public record Reason(String kind, int points, String text) {}
