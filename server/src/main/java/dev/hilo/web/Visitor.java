package dev.hilo.web;

import dev.hilo.accounts.Caller;

/**
 * Who looks at a page.
 *
 * @param sessionId of the log-in
 * @param token what forms of this session bring along, so that no other site can send them
 * @param language of the person's profile
 * @param timeZone the same, by the IANA's name
 */
public record Visitor(Caller caller, long sessionId, String token, String language, String timeZone) {}
