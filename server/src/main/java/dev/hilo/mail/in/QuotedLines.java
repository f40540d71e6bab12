package dev.hilo.mail.in;

import java.util.List;
import java.util.regex.Pattern;

/** The lines with which mail programs begin what they quote, in English, Spanish, German and French. */
final class QuotedLines {

    /** {@code On 3 May 2026 at 10:00, Bea <bea@acme.test> wrote:}, which may be broken into several lines. */
    private static final Pattern ATTRIBUTION =
            Pattern.compile("(?isu)^\\s*(?:on\\b.{4,300}\\bwrote|el\\b.{4,300}\\b(?:escribi[oó]|ha escrito)"
                    + "|am\\b.{4,300}\\bschrieb\\b.{0,150}|le\\b.{4,300}\\ba [eé]crit"
                    + "|.{3,200}<[^<>\\s]+@[^<>\\s]+>\\s*(?:wrote|escribi[oó]|schrieb|a [eé]crit))\\s*:\\s*$");

    private static final Pattern BEGINNING = Pattern.compile("(?iu)^\\s*(?:on|el|am|le)\\b.{4,}");

    private static final Pattern SEPARATOR = Pattern.compile(
            "(?iu)^\\s*[-_]{2,}\\s*(?:original message|mensaje original"
                    + "|urspr[uü]ngliche nachricht|message d['’]origine|message original|reply message|forwarded message)\\s*[-_]{2,}\\s*$");

    private static final Pattern FROM = Pattern.compile("(?iu)^\\s*\\*?(?:from|de|von)\\s*:\\*?\\s.{2,}");
    private static final Pattern NEXT = Pattern.compile(
            "(?iu)^\\s*\\*?(?:sent|date|to|enviado(?: el)?|fecha|para|gesendet|datum|an|envoy[eé](?: le)?|[aà])\\s*:\\*?.*");

    private static final int LONGEST_ATTRIBUTION = 4;

    private QuotedLines() {}

    /** Of how many lines the attribution is that begins here; 0 where there is none. */
    static int attribution(List<String> lines, int at) {
        var joined = new StringBuilder();
        for (int n = 1; n <= LONGEST_ATTRIBUTION && at + n <= lines.size(); n++) {
            String line = lines.get(at + n - 1);
            if (line.isBlank() || line.startsWith(">")) return 0;
            joined.append(n == 1 ? "" : " ").append(line);
            if (joined.length() > 500) return 0;
            if (ATTRIBUTION.matcher(joined).matches()) return n;
            if (n == 1 && !BEGINNING.matcher(line).matches()) return 0;
        }
        return 0;
    }

    static boolean isAttribution(String text) {
        return text.length() <= 500 && ATTRIBUTION.matcher(text).matches();
    }

    /** Whether all that follows is the mail before: Outlook's line, or its block of headers. */
    static boolean isSeparator(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > 500) return false;
        if (SEPARATOR.matcher(line).matches()) return true;
        return FROM.matcher(line).matches()
                && at + 1 < lines.size()
                && NEXT.matcher(lines.get(at + 1)).matches();
    }
}
