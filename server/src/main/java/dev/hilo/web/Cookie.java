package dev.hilo.web;

import java.time.Duration;

/**
 * Something for the browser to remember; no script reads it and no other site sends it along.
 *
 * @param age zero to forget it
 * @param path below which it is sent
 */
public record Cookie(String name, String value, Duration age, String path) {

    public Cookie(String name, String value, Duration age) {
        this(name, value, age, "/");
    }

    String header(boolean secure) {
        return name + "=" + value + "; Path=" + path + "; Max-Age=" + age.toSeconds() + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
