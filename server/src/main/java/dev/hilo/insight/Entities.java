package dev.hilo.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds order numbers, dates, amounts of money and the account's products in a text, by their form. */
final class Entities {

    private static final int MOST = 50;

    private static final Pattern ORDER = Pattern.compile(
            "(?i)\\b(?:orders?|order\\s+(?:number|no\\.?|id)|pedidos?|factura|invoice|tracking|seguimiento|reference|referencia|ref\\.?"
                    + "|booking|reserva|case|n[º°o]\\.?)\\s*(?:number|n[uú]mero|no\\.?|n[º°]\\.?|id)?\\s*(?:is|es|:)?\\s*#?\\s*"
                    + "([A-Z]{0,5}[-_]?\\d[A-Z0-9]*(?:[-_/][A-Z0-9]+)*)|(?<![&\\w])#([A-Z]{0,4}-?\\d{3,}[A-Z0-9-]*)");
    private static final Pattern AMOUNT =
            Pattern.compile("(?i)([$€£¥])\\s?(\\d{1,3}(?:[.,\\s]\\d{3})*(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)"
                    + "|(\\d{1,3}(?:[.,]\\d{3})*(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)\\s?"
                    + "([$€£¥]|\\b(?:usd|eur|gbp|mxn|ars|cop|clp|dollars?|euros?|pounds?|pesos|d[oó]lares|libras)\\b)");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern NUMBERS = Pattern.compile("\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})\\b");
    private static final String MONTHS = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]*\\.?";
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+|de\\s+)?" + MONTHS + "(?:,?\\s+(?:de\\s+)?(\\d{4}))?\\b");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(?i)\\b" + MONTHS + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b");
    private static final Map<String, Integer> MONTH = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("ene", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("abr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("ago", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dic", 12));
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("dólares", "USD"),
            Map.entry("dolares", "USD"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("libras", "GBP"));

    private final Map<String, Entity> found = new LinkedHashMap<>();
    private final String text;

    private Entities(String text) {
        this.text = text;
    }

    /**
     * In the order order numbers, dates, amounts, products; each once, 50 at most.
     *
     * @param said when the message was written: a date without a year lies in the year before or after
     */
    static List<Entity> in(String text, LocalDate said, boolean monthFirst, List<String> products) {
        var entities = new Entities(text);
        entities.orders();
        entities.dates(said, monthFirst);
        entities.amounts();
        entities.products(products);
        return entities.found.values().stream().limit(MOST).toList();
    }

    private void orders() {
        var matcher = ORDER.matcher(text);
        while (matcher.find()) {
            String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (number.chars().filter(Character::isDigit).count() >= 3
                    && !ISO.matcher(number).matches()) {
                add(new Entity("order_number", number, number.toUpperCase(Locale.ROOT), null));
            }
        }
    }

    private void dates(LocalDate said, boolean monthFirst) {
        each(ISO, m -> date(m, number(m, 1), number(m, 2), number(m, 3)));
        each(NUMBERS, m -> {
            int first = number(m, 1);
            int second = number(m, 2);
            boolean us = second > 12 || monthFirst && first <= 12;
            date(m, number(m, 3), us ? first : second, us ? second : first);
        });
        each(DAY_MONTH, m -> named(m, m.group(2), number(m, 1), m.group(3), said));
        each(MONTH_DAY, m -> named(m, m.group(1), number(m, 2), m.group(3), said));
    }

    private void named(Matcher m, String name, int day, String year, LocalDate said) {
        int month = MONTH.get(name.toLowerCase(Locale.ROOT));
        if (year != null) {
            date(m, Integer.parseInt(year), month, day);
        } else {
            date(m, nearestYear(said, month), month, day);
        }
    }

    private static int nearestYear(LocalDate said, int month) {
        int apart = month - said.getMonthValue();
        if (apart > 6) return said.getYear() - 1;
        return apart < -6 ? said.getYear() + 1 : said.getYear();
    }

    private void date(Matcher m, int year, int month, int day) {
        try {
            add(new Entity("date", m.group(), LocalDate.of(year, month, day).toString(), null));
        } catch (DateTimeException e) {
            // No such day: these numbers are something else.
        }
    }

    private void amounts() {
        each(AMOUNT, m -> {
            String sign = m.group(1) == null ? m.group(4) : m.group(1);
            String number = m.group(2) == null ? m.group(3) : m.group(2);
            String code = CURRENCIES.getOrDefault(
                    sign.toLowerCase(Locale.ROOT), sign.length() == 3 ? sign.toUpperCase(Locale.ROOT) : null);
            add(new Entity("amount", m.group().strip(), plain(number), code));
        });
    }

    /** The last mark is that of the decimals when one or two digits follow it. */
    private static String plain(String number) {
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        boolean decimals = last >= 0 && number.length() - last <= 3;
        String whole = (decimals ? number.substring(0, last) : number).replaceAll("\\D", "");
        return decimals ? whole + "." + number.substring(last + 1) : whole;
    }

    private void products(List<String> products) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String product : products) {
            int at = lower.indexOf(product.toLowerCase(Locale.ROOT));
            if (at >= 0 && isWord(lower, at, at + product.length())) {
                add(new Entity("product", text.substring(at, at + product.length()), product, null));
            }
        }
    }

    private static boolean isWord(String text, int start, int end) {
        return end <= text.length()
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private void each(Pattern pattern, Consumer<Matcher> what) {
        var matcher = pattern.matcher(text);
        while (matcher.find() && found.size() < MOST) what.accept(matcher);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private void add(Entity entity) {
        found.putIfAbsent(entity.kind() + " " + entity.value(), entity);
    }
}
