package dev.hilo.mail.in;

import dev.hilo.contacts.Emails;
import dev.hilo.html.Html;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote a mail that somebody else passes on, as the head tells that mail programs put above it.
 *
 * @param email bare and in lower case
 * @param name null where there is none
 */
record Forwarded(String email, String name) {

    private static final int LONGEST_HEAD = 20_000;
    private static final Pattern SUBJECT = Pattern.compile("(?iu)^\\s*(?:fwd?|rv|reenv|wg|tr|enc|i)\\s*:");
    private static final Pattern FROM =
            Pattern.compile("(?imu)^[> \\t]*\\*?(?:from|de|von|da|van)[ \\t]*:\\*?[ \\t]*(\\S.{2,300})$");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w-]+(?:\\.[\\w-]+)+");

    /** Empty where it passes nothing on, or does not say whose it was. */
    static Optional<Forwarded> in(Letter letter) {
        if (!SUBJECT.matcher(letter.subject()).find()) return Optional.empty();
        String text = letter.html() == null ? letter.text() : Html.toText(letter.html());
        if (text == null) return Optional.empty();
        Matcher from = FROM.matcher(text.substring(0, Math.min(LONGEST_HEAD, text.length())));
        return from.find() ? writer(from.group(1)) : Optional.empty();
    }

    /** Of {@code Nora Norton <nora@customer.test>}, {@code Nora Norton [mailto:nora@customer.test]} or the address alone. */
    private static Optional<Forwarded> writer(String line) {
        Matcher address = ADDRESS.matcher(line.replace("mailto:", " "));
        if (!address.find()) return Optional.empty();
        String name = line.replaceFirst("[<\\[(].*", "")
                .replaceAll("[\"*']", "")
                .replace(address.group(), "")
                .strip();
        return Optional.of(new Forwarded(Emails.bare(address.group()), name.isEmpty() ? null : name));
    }
}
