package dev.hilo.api;

/** A further company of a contact. @param viewAllTickets whether the contact sees the tickets of all its people */
public record OtherCompany(@Required Long companyId, Boolean viewAllTickets) {}
