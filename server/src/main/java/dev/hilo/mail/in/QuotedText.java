package dev.hilo.mail.in;

import java.util.ArrayList;
import java.util.List;

/** Takes apart what somebody wrote in a mail of plain text, and what they quote. */
final class QuotedText {

    private QuotedText() {}

    /** Whole where the answer stands between the lines of the quote: each is nothing without the other. */
    static Quoted cut(String text) {
        var lines = text.lines().toList();
        int begin = begin(lines);
        if (begin < 0) return Quoted.nothing(Parts.asHtml(text));
        int end = end(lines, begin);
        var own = new ArrayList<>(lines.subList(0, begin));
        var rest = lines.subList(end, lines.size());
        if (rest.stream().anyMatch(QuotedText::isQuoted)) return Quoted.nothing(Parts.asHtml(text));
        own.addAll(rest);
        String said = String.join("\n", own);
        if (said.isBlank()) return Quoted.nothing(Parts.asHtml(text));
        return new Quoted(Parts.asHtml(said), Parts.asHtml(String.join("\n", lines.subList(begin, end))));
    }

    /** The line where the quote begins, with what introduces it; -1 where there is none. */
    private static int begin(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            boolean begins = isQuoted(lines.get(i)) || QuotedLines.isSeparator(lines, i);
            if (begins || QuotedLines.attribution(lines, i) > 0) return i;
        }
        return -1;
    }

    private static int end(List<String> lines, int begin) {
        if (QuotedLines.isSeparator(lines, begin)) return lines.size();
        int at = begin + QuotedLines.attribution(lines, begin);
        boolean hasMarks = lines.subList(at, lines.size()).stream().anyMatch(QuotedText::isQuoted);
        if (!hasMarks) return lines.size();
        int end = at;
        for (int i = at; i < lines.size() && (lines.get(i).isBlank() || isQuoted(lines.get(i))); i++) end = i + 1;
        return end;
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">");
    }
}
