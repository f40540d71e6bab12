package dev.hilo.cli;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Passwords that can be read aloud: no letter looks like another. */
final class Passphrase {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private Passphrase() {}

    static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
