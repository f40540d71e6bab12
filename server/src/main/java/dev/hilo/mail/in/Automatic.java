package dev.hilo.mail.in;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells mail that no person wrote (RFC 3834, and what came before it): nobody is answered because of it. */
final class Automatic {

    private static final Set<String> BULK = Set.of("bulk", "junk", "auto_reply", "list");
    private static final Pattern ABSENT = Pattern.compile(
            "(?iu)^\\s*(?:(?:re|aw|rv|fwd?)\\s*:\\s*)?(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|responder)"
                    + "|out of (?:the )?office|vacation (?:reply|response)|respuesta autom[aá]tica|fuera de la oficina"
                    + "|automatische antwort|abwesenheit(?:snotiz|sbenachrichtigung)?|r[eé]ponse automatique"
                    + "|absence du bureau|message d['’]absence|risposta automatica|resposta autom[aá]tica)\\b.*");
    private static final Pattern MACHINE =
            Pattern.compile("(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+-].*)?@.*");

    private Automatic() {}

    static boolean is(MimeMessage mail, String from, String subject) throws MessagingException {
        String submitted = first(mail, "Auto-Submitted");
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || has(
                        mail,
                        "X-Autoreply",
                        "X-Autorespond",
                        "X-Autoresponder",
                        "X-Auto-Reply",
                        "List-Id",
                        "Feedback-ID")
                || BULK.contains(first(mail, "Precedence"))
                || BULK.contains(first(mail, "X-Precedence"))
                || first(mail, "Return-Path").equals("<>")
                || from != null && MACHINE.matcher(from).matches()
                || ABSENT.matcher(subject).matches();
    }

    private static boolean has(MimeMessage mail, String... names) throws MessagingException {
        for (var name : names) if (mail.getHeader(name) != null) return true;
        return false;
    }

    private static String first(MimeMessage mail, String name) throws MessagingException {
        var values = mail.getHeader(name);
        return values == null ? "" : values[0].strip().toLowerCase(Locale.ROOT);
    }
}
