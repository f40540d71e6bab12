package dev.hilo.web;

import java.time.Duration;

/**
 * Something for the browser to remember; no script reads it and no other site sends it along.
 *
 * @param age zero to forget it
 */
public record Cookie(String name, String value, Duration age) {

    String header(boolean secure) {
        return name + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
