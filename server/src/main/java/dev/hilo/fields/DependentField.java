package dev.hilo.fields;

/** A deeper level of a nested field. @param level 2 or 3 */
public record DependentField(Long id, String name, String label, String labelForCustomers, int level) {}
