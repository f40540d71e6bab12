package dev.hilo.search;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import dev.hilo.search.Expression.Operator;
import dev.hilo.search.Expression.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query (reference §3.12), by recursive descent:
 *
 * <pre>
 * query      = '"' any '"'
 * any        = all { "OR" all }
 * all        = term { "AND" term }
 * term       = "(" any ")" | comparison
 * comparison = field ":" [ "&gt;" | "&lt;" ] value
 * value      = "'" text "'" | number | "true" | "false" | "null"
 * </pre>
 *
 * Inside a text {@code \'} is a quote and {@code \\} a backslash.
 */
final class QueryParser {

    private static final int LONGEST = 512;
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    private QueryParser(String text) {
        this.text = text;
    }

    static Expression parse(String query) {
        String quoted = query.strip();
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw refused("It should be enclosed in double quotes");
        }
        String text = quoted.substring(1, quoted.length() - 1);
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw refused("It should have at most " + LONGEST + " characters");
        }
        var parser = new QueryParser(text);
        var expression = parser.any();
        if (parser.at < text.length()) throw parser.unreadable();
        return expression;
    }

    private Expression any() {
        var parts = new ArrayList<Expression>();
        do parts.add(all());
        while (takesWord("OR"));
        return parts.size() == 1 ? parts.getFirst() : new Expression.Any(parts);
    }

    private Expression all() {
        var parts = new ArrayList<Expression>();
        do parts.add(term());
        while (takesWord("AND"));
        return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts);
    }

    private Expression term() {
        skipBlanks();
        if (!takes('(')) return comparison();
        if (++depth > DEEPEST) throw refused("It should have at most " + DEEPEST + " levels of parentheses");
        var inner = any();
        depth--;
        skipBlanks();
        if (!takes(')')) throw unreadable();
        skipBlanks();
        return inner;
    }

    private Expression comparison() {
        String field = word();
        if (field.isEmpty() || !takes(':')) throw unreadable();
        skipBlanks();
        var operator = takes('>') ? Operator.AT_LEAST : takes('<') ? Operator.AT_MOST : Operator.IS;
        skipBlanks();
        var value = takes('\'') ? quotedText() : bareValue();
        skipBlanks();
        return new Expression.Comparison(field, operator, value);
    }

    private Value quotedText() {
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '\'') {
            if (isEscape()) at++;
            value.append(text.charAt(at++));
        }
        if (!takes('\'')) throw unreadable();
        return new Value.Text(value.toString());
    }

    private boolean isEscape() {
        return text.startsWith("\\'", at) || text.startsWith("\\\\", at);
    }

    private Value bareValue() {
        int start = at;
        String word = word();
        return switch (word) {
            case "true" -> new Value.Flag(true);
            case "false" -> new Value.Flag(false);
            case "null" -> new Value.Nothing();
            default -> number(word, start);
        };
    }

    private Value number(String word, int start) {
        try {
            return new Value.Number(Long.parseLong(word));
        } catch (NumberFormatException e) {
            at = start;
            throw unreadable();
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && isOfWord(text.charAt(at))) at++;
        return text.substring(start, at);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private boolean takesWord(String word) {
        int end = at + word.length();
        if (!text.startsWith(word, at) || end < text.length() && isOfWord(text.charAt(end))) return false;
        at = end;
        return true;
    }

    private boolean takes(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private Refusal unreadable() {
        return refused("It could not be read from character " + (at + 1) + " on");
    }

    private static Refusal refused(String message) {
        return new Refusal.Invalid(List.of(FieldError.invalid("query", message)));
    }
}
