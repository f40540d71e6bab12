package dev.hilo.answers.masking;

import dev.hilo.answers.masking.PersonalDatum.Kind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what tells of a person in the texts of one question before they leave the machine, and puts it back into the
 * answer. The same thing has the same placeholder, such as {@code [EMAIL_1]}, throughout. Not for several threads.
 */
public final class Mask {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[([A-Z]{2,10})_(\\d{1,4}|X)]");

    private final List<String> names;
    private final boolean orders;
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<String, String> originals = new LinkedHashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** @param names of the people who take part */
    public Mask(List<String> names) {
        this(names, false);
    }

    /** @param orders whether numbers of orders are hidden too; a model then cannot tell one from another */
    public Mask(List<String> names, boolean orders) {
        this.names = List.copyOf(names);
        this.orders = orders;
    }

    /** The text without personal data, which {@link #restore} puts back. */
    public String hide(String text) {
        return replace(text, true);
    }

    /** The same for a text about others: what is taken out of it is never put back. */
    public String remove(String text) {
        return replace(text, false);
    }

    /**
     * The same with what the caller says in the place of each piece.
     *
     * @param told of the kind, such as {@code EMAIL}, and the piece; null for what {@link #remove} puts there
     */
    public String remove(String text, BinaryOperator<String> told) {
        return replace(text, (kind, original) -> {
            String stead = told.apply(kind.name(), original);
            return stead == null ? "[" + kind + "_X]" : stead;
        });
    }

    private String replace(String text, boolean isRestored) {
        return replace(text, isRestored ? this::placeholder : (kind, original) -> "[" + kind + "_X]");
    }

    private String replace(String text, BiFunction<Kind, String, String> stead) {
        if (text == null || text.isEmpty()) return "";
        // A placeholder that somebody wrote would be filled with what belongs elsewhere.
        String plain = PLACEHOLDER.matcher(text).replaceAll("($1 $2)");
        var masked = new StringBuilder();
        int from = 0;
        for (var datum : PersonalData.in(plain, names, orders)) {
            masked.append(plain, from, datum.start());
            String original = plain.substring(datum.start(), datum.end());
            masked.append(stead.apply(datum.kind(), original));
            from = datum.end();
        }
        return masked.append(plain, from, plain.length()).toString();
    }

    private String placeholder(Kind kind, String original) {
        String key = kind + " " + original.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return placeholders.computeIfAbsent(key, k -> {
            String made = "[" + kind + "_" + counts.merge(kind, 1, Integer::sum) + "]";
            originals.put(made, original);
            return made;
        });
    }

    /** The text with what was hidden back in its place. */
    public String restore(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(originals.getOrDefault(found.group(), found.group())));
    }

    /** Whether a text holds a placeholder that stands for nothing that may be told. */
    public boolean isUnresolved(String restored) {
        return PLACEHOLDER.matcher(restored).find();
    }

    /** How many different things are hidden. */
    public int size() {
        return originals.size();
    }
}
