package dev.hilo.answers.voice;

import dev.hilo.html.Html;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A reply that an agent has sent. @param customer the name of who it was sent to */
public record SentReply(String body, String customer, String agent) {

    /** The text's lines that are not empty. */
    List<String> lines() {
        return Arrays.stream(Html.toText(body).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** With {@code {name}} and {@code {agent}} in place of theirs. */
    String withoutNames(String text) {
        return replaced(replaced(text, customer, "{name}"), agent, "{agent}");
    }

    private static String replaced(String text, String name, String placeholder) {
        if (name == null || name.isBlank()) return text;
        String first = name.strip().split("\\s+")[0];
        String whole = Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(name.strip()) + "(?!\\p{L})")
                .matcher(text)
                .replaceAll(placeholder.replace("{", "\\{"));
        return Pattern.compile("(?<!\\p{L})" + Pattern.quote(first) + "(?!\\p{L})")
                .matcher(whole)
                .replaceAll(placeholder);
    }
}
