package dev.hilo.mail.in;

import dev.hilo.contacts.Emails;
import dev.hilo.mail.MessageIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A report that a mail did not arrive (RFC 3464).
 *
 * @param messageId of the mail, without brackets, or null
 * @param failures empty where it is only late
 */
record Bounce(String messageId, List<Failure> failures) {

    /** @param code of the SMTP server, or null */
    record Failure(String email, Integer code, String reason) {}

    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z-]+):[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)");
    private static final Pattern CODE = Pattern.compile("\\b([45][0-9]{2})\\b");
    private static final Pattern ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>]+>)");
    private static final int LONGEST_REASON = 500;

    /** @param status the message/delivery-status part @param returned the mail that came back, or its headers */
    static Bounce of(String status, String returned) {
        var failures = new ArrayList<Failure>();
        for (var block : status.split("\\r?\\n[ \\t]*\\r?\\n")) failure(block).ifPresent(failures::add);
        var id = ID.matcher(returned);
        var ids = id.find() ? MessageIds.parse(id.group(1)) : List.<String>of();
        return new Bounce(ids.isEmpty() ? null : ids.getFirst(), failures);
    }

    private static Optional<Failure> failure(String block) {
        if (!field(block, "Action").toLowerCase(Locale.ROOT).startsWith("failed")) return Optional.empty();
        String diagnosis = untyped(field(block, "Diagnostic-Code"));
        String status = field(block, "Status");
        String reason = diagnosis.isEmpty() ? status : diagnosis;
        var code = CODE.matcher(reason);
        Integer number = code.find() ? Integer.valueOf(code.group(1)) : null;
        String original = untyped(field(block, "Original-Recipient"));
        return Emails.parse(original.isEmpty() ? untyped(field(block, "Final-Recipient")) : original)
                .map(email -> new Failure(email, number, shortened(reason)));
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static String field(String block, String name) {
        return FIELD.matcher(block)
                .results()
                .filter(found -> found.group(1).equalsIgnoreCase(name))
                .map(found -> found.group(2).replaceAll("\\s+", " ").strip())
                .findFirst()
                .orElse("");
    }

    /** {@code bea@acme.test} of {@code rfc822; bea@acme.test}. */
    private static String untyped(String value) {
        int semicolon = value.indexOf(';');
        return semicolon < 0 ? value : value.substring(semicolon + 1).strip();
    }
}
