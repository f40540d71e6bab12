package dev.hilo.html;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;

/**
 * Keeps the harmless declarations of a {@code style}, letter by letter: OWASP's own policy rewrites every one, and fonts
 * beyond recognition. A value has words, numbers, quoted names and colours; so there is no way to write an address, an
 * escape or a function that acts.
 */
final class StylePolicy implements AttributePolicy {

    private static final int LONGEST = 4_096;
    private static final Set<String> PROPERTIES = CssSchema.DEFAULT.allowedProperties();

    private static final Pattern VALUE = Pattern.compile(
            "(?:(?:rgb|hsl)a?\\([\\d\\s.,%/]*+\\)|[\\p{L}\\p{N}\\s#.,%!+/_-]"
                    + "|\"[^\"'\\\\<>&;:(){}]*+\"|'[^\"'\\\\<>&;:(){}]*+')++",
            Pattern.CASE_INSENSITIVE);

    /** Below zero things move out of their place, over what is not theirs. */
    private static final Pattern NEGATIVE = Pattern.compile("(?:^|[\\s,(/+-])-\\s*+\\.?\\d");

    @Override
    public String apply(String element, String attribute, String style) {
        if (style.length() > LONGEST) return null;
        var kept = new ArrayList<String>();
        var declarations = style.split(";");
        for (String declaration : declarations) {
            if (isHarmless(declaration)) kept.add(declaration);
        }
        if (kept.isEmpty()) return null;
        return kept.size() == declarations.length
                ? style
                : String.join(";", kept).strip();
    }

    private static boolean isHarmless(String declaration) {
        int colon = declaration.indexOf(':');
        if (colon < 0) return declaration.isBlank();
        String value = declaration.substring(colon + 1).strip();
        return PROPERTIES.contains(declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT))
                && VALUE.matcher(value).matches()
                && !NEGATIVE.matcher(value).find();
    }
}
