package dev.hilo.api;

import java.util.List;

/** The languages of a help desk. */
public record HelpdeskSettings(
        String primaryLanguage,
        List<String> supportedLanguages,
        List<String> portalLanguages,
        List<String> helpWidgetLanguages) {}
