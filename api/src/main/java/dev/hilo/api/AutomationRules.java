package dev.hilo.api;

import java.util.List;

/** The rules of a type in their order. */
public record AutomationRules(List<AutomationRule> rules) {}
