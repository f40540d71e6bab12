package dev.hilo.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text with choices and blanks: {@code [Hi|Hello] {name}}. Choices may be nested and empty.
 */
final class Template {

    private final String text;
    private final Dice dice;
    private final UnaryOperator<String> values;
    private int at;

    private Template(String text, Dice dice, UnaryOperator<String> values) {
        this.text = text;
        this.dice = dice;
        this.values = values;
    }

    /** @param values what stands for a name in braces */
    static String fill(String text, Dice dice, UnaryOperator<String> values) {
        if (text.indexOf('[') < 0 && text.indexOf('{') < 0) return text;
        return new Template(text, dice, values).sequence(false);
    }

    private String sequence(boolean inChoice) {
        var out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (inChoice && (c == '|' || c == ']')) break;
            at++;
            if (c == '[') out.append(choice());
            else if (c == '{') out.append(values.apply(name()));
            else out.append(c);
        }
        return out.toString();
    }

    private String choice() {
        List<String> alternatives = new ArrayList<>();
        while (at < text.length()) {
            alternatives.add(sequence(true));
            if (text.charAt(at++) == ']') break;
        }
        return dice.pick(alternatives);
    }

    private String name() {
        int end = text.indexOf('}', at);
        String name = text.substring(at, end);
        at = end + 1;
        return name;
    }
}
