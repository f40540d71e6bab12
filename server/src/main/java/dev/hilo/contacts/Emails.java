package dev.hilo.contacts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses: {@code bea@acme.test}, or with a name in front of it, {@code Bea Baker <bea@acme.test>}. */
public final class Emails {

    public static final String MESSAGE = "It should be in the 'valid email address' format";

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++");
    private static final Pattern DOMAIN = Pattern.compile("(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?\\.)++"
            + "(?:[A-Za-z]{2,}|[Xx][Nn]--[A-Za-z0-9-]*[A-Za-z0-9])");

    private Emails() {}

    /** Whether the text is an address and nothing else; case does not matter. */
    public static boolean isValid(String text) {
        if (text == null || text.length() > LONGEST) return false;
        int at = text.indexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }

    /** The address in lower case, without the name that may stand in front of it; empty when there is none. */
    public static Optional<String> parse(String text) {
        return Optional.ofNullable(text)
                .map(Emails::bare)
                .filter(Emails::isValid)
                .map(address -> address.toLowerCase(Locale.ROOT));
    }

    /** Whether mail can be sent to it: an address with or without a name. */
    public static boolean isRecipient(String text) {
        return parse(text).isPresent();
    }

    /** The text without the name that may stand in front of an address in angle brackets. */
    public static String bare(String text) {
        String stripped = text.strip();
        int open = stripped.lastIndexOf('<');
        boolean named = open >= 0 && stripped.endsWith(">");
        return named ? stripped.substring(open + 1, stripped.length() - 1).strip() : stripped;
    }

    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** {@code Jane.doe} of {@code jane.doe@acme.test}: what somebody is called of whom nothing else is known. */
    static String nameOf(String address) {
        String local = address.substring(0, address.indexOf('@'));
        return local.substring(0, 1).toUpperCase(Locale.ROOT) + local.substring(1);
    }
}
