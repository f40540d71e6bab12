package dev.hilo.mail;

/** Whether mail comes in or goes out. */
public enum Direction {
    IN,
    OUT
}
