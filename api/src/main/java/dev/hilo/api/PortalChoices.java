package dev.hilo.api;

/**
 * What an account has decided about its customer portal; in a request, what is left out stays as it is.
 *
 * @param enabled whether customers see their tickets and write there
 * @param anonymousTickets whether somebody who is not known may send a ticket
 */
public record PortalChoices(Boolean enabled, Boolean anonymousTickets) {}
