package dev.hilo.placeholders;

import dev.hilo.html.Html;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A text with Freshdesk's placeholders, such as {@code Hello {{ticket.requester.firstname}}}. One without a value, or that
 * nobody knows, reads as nothing; Liquid's filters after a bar are passed over.
 */
public record Template(String text) {

    /** What comes of a template is cut off here, however often it names a long value. */
    private static final int LARGEST = 1_000_000;

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*([a-zA-Z][\\w.]{0,100})\\s*(?:\\|[^{}]{0,200})?}}");

    /** Of a subject or any other plain text. */
    public String asText(Placeholders values) {
        return filled(value -> value.text(), values);
    }

    /** Of a template that is HTML itself; nothing in a value, nor in the template, is more than text and harmless markup. */
    public String asHtml(Placeholders values) {
        return Html.clean(filled(value -> value.html(), values));
    }

    /** Of anything else. @param form writes a value so that it stays one there, as in an address or in JSON */
    public String as(Function<Placeholder, String> form, Placeholders values) {
        return filled(form, values);
    }

    /** Whether it names a placeholder, or one of those that begin with it and a dot. */
    public boolean names(String placeholder) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .anyMatch(name -> name.equals(placeholder) || name.startsWith(placeholder + "."));
    }

    private String filled(Function<Placeholder, String> form, Placeholders values) {
        var filled = new StringBuilder(text.length());
        var found = PLACEHOLDER.matcher(text);
        int end = 0;
        while (found.find() && filled.length() < LARGEST) {
            filled.append(text, end, found.start());
            String value = values.find(found.group(1)).map(form).orElse("");
            if (filled.length() + value.length() <= LARGEST) filled.append(value);
            end = found.end();
        }
        return filled.append(text, end, text.length()).toString();
    }
}
