package dev.hilo.answers.masking;

import dev.hilo.answers.masking.PersonalDatum.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what tells of a person in English and Spanish texts. Rather too much than too little: what is found is restored. */
final class PersonalData {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+'-]{1,64}\\s?(?:@|\\[at\\]|\\(at\\)|\\s(?:at|arroba)\\s)\\s?"
                    + "[\\p{L}\\p{N}-]{1,63}(?:\\s?(?:\\.|\\[dot\\]|\\(dot\\)|\\s(?:dot|punto)\\s)\\s?[\\p{L}\\p{N}-]{2,63}){1,4}",
            FLAGS);
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?\\b", FLAGS);
    private static final Pattern CARD = Pattern.compile("(?<![\\d.,])\\d(?:[ .-]?\\d){12,18}(?!\\d)");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\p{L}\\d#/.,-])(?:\\+|00)?\\(?\\d{1,4}\\)?(?:[ .\\u00a0/-]{0,2}\\(?\\d{1,4}\\)?){2,6}(?![\\d\\p{L}%€$£])");
    private static final Pattern NATIONAL_ID = Pattern.compile(
            "(?<![\\p{L}\\d])(?:\\d{8}[ -]?[A-HJ-NP-TV-Z]|[XYZ][ -]?\\d{7}[ -]?[A-Z]|\\d{3}-\\d{2}-\\d{4})(?![\\p{L}\\d])",
            FLAGS);
    private static final Pattern ENGLISH_ADDRESS = Pattern.compile(
            "\\b\\d{1,5}[A-Za-z]?,?\\s+(?:[\\p{Lu}][\\p{L}'.-]+\\s+){1,4}"
                    + "(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Square|Sq|Terrace|Place|Pl|Close|Crescent)\\b\\.?"
                    + "(?:,?\\s*(?:Apt|Apartment|Flat|Suite|Unit|#)\\.?\\s*[\\w-]{1,6})?"
                    + "(?:,\\s*\\p{Lu}[\\p{L} .'-]{1,30}){0,2}(?:,?\\s*(?:[A-Z]{2}\\s+)?\\d{5}(?:-\\d{4})?|,?\\s+[A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2})?");
    private static final Pattern SPANISH_ADDRESS = Pattern.compile(
            "(?<!\\p{L})(?:c/|c\\.|calle|avda\\.?|avenida|av\\.|plaza|pza\\.?|paseo|camino|carretera|ronda|travesía|urbanización|carrer)\\s*"
                    + "(?:(?:de|del|la|las|los|el|d')\\s+){0,3}\\p{L}[\\p{L}'.·-]*(?:\\s+(?:(?:de|del|la|las|los|y)\\s+){0,2}\\p{Lu}[\\p{L}'·-]*){0,4}"
                    + "(?:,|\\s)\\s*(?:n[º°.úu]*m?\\.?\\s*)?\\d{1,4}(?:\\s*[,-]?\\s*\\d{1,2}\\s*[ºª°]\\s*\\p{L}{0,9}\\b)?"
                    + "(?:,?\\s+\\d{5}(?:,?\\s+\\p{Lu}[\\p{L}-]+(?:\\s+(?:de\\s+)?\\p{Lu}[\\p{L}-]+){0,2})?)?",
            FLAGS);
    private static final Pattern POST_BOX =
            Pattern.compile("\\bP\\.?\\s?O\\.?\\s?Box\\s+\\d+|\\bapartado de correos\\s+\\d+", FLAGS);
    private static final Pattern ORDER = Pattern.compile(
            "(?:order|pedido|invoice|factura|tracking|seguimiento|booking|reserva)(?:\\s+(?:number|no\\.?|n[º°.]|número|num\\.?|id|ref\\.?))?"
                    + "\\s*(?:is|es|:)?\\s*#?\\s*([A-Z]{0,6}[-_/]?\\d[A-Z0-9_/-]{2,24})",
            FLAGS);
    private static final Pattern SIGNED = Pattern.compile(
            "(?:my name is|this is|i am|i'm|me llamo|mi nombre es|soy|mi marido|mi mujer|my husband|my wife|yours|"
                    + "(?:best )?(?:regards|wishes)|thanks|cheers|saludos?|gracias|atentamente|sincerely),?\\s+"
                    + "((?-i:\\p{Lu}[\\p{Ll}'’][\\p{L}'’-]*"
                    + "(?:\\s+(?:(?:de|del|la|las|los|van|von|der)\\s+){0,2}\\p{Lu}[\\p{Ll}'’][\\p{L}'’-]*){1,3}))",
            FLAGS);

    private static final Pattern GREETED = Pattern.compile(
            "(?:^|[\\n>])\\s*(?:hi|hello|hey|dear|hola|estimad[oa]|querid[oa]|apreciad[oa])(?: (?:mr|mrs|ms|sr|sra|don|doña)\\.?)?,?\\s+"
                    + "((?-i:\\p{Lu}[\\p{Ll}'’][\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{Ll}'’][\\p{L}'’-]*){0,2}))(?=\\s*[,:.!\\n]|\\s*$)",
            FLAGS);

    private static final Pattern RELATION = Pattern.compile(
            "(?<!\\p{L})(?:my|our|mi|nuestr[oa])\\s+(?:neighbou?r|daughter|son|sister|brother|mother|father|mum|mom|dad|partner|wife|husband"
                    + "|friend|colleague|boss|assistant|hij[oa]|herman[oa]|madre|padre|marido|mujer|vecin[oa]|amig[oa]|compañer[oa]|jef[ea]|pareja),?\\s+"
                    + "((?-i:\\p{Lu}[\\p{Ll}'’][\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{Ll}'’][\\p{L}'’-]*){0,3}))",
            FLAGS);
    private static final Pattern RECEIVER = Pattern.compile(
            "(?<!\\p{L})(?:(?:ship|send|deliver|post|addressed)\\s+(?:it\\s+|them\\s+|this\\s+)?to|attn\\.?:?|c/o|for the attention of|a nombre de|a la atención de)\\s+"
                    + "((?-i:\\p{Lu}[\\p{Ll}'’][\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{Ll}'’][\\p{L}'’-]*){1,3}))",
            FLAGS);

    private PersonalData() {}

    /**
     * In the order of the text, none over another.
     *
     * @param names of people who are known, such as the requester's
     * @param orders whether order numbers are taken too
     */
    static List<PersonalDatum> in(String text, List<String> names, boolean orders) {
        var found = new ArrayList<PersonalDatum>();
        add(found, Kind.EMAIL, EMAIL, text);
        addIbans(found, text);
        addCards(found, text);
        add(found, Kind.ID, NATIONAL_ID, text);
        add(found, Kind.ADDRESS, ENGLISH_ADDRESS, text);
        add(found, Kind.ADDRESS, SPANISH_ADDRESS, text);
        add(found, Kind.ADDRESS, POST_BOX, text);
        if (orders) addGroup(found, Kind.ORDER, ORDER, text);
        else keepOrders(found, text);
        addPhones(found, text);
        addNames(found, names, text);
        addGroup(found, Kind.NAME, SIGNED, text);
        addGroup(found, Kind.NAME, GREETED, text);
        addGroup(found, Kind.NAME, RELATION, text);
        addGroup(found, Kind.NAME, RECEIVER, text);
        found.removeIf(datum -> datum.kind() == null);
        found.sort(Comparator.comparingInt(PersonalDatum::start));
        return found;
    }

    private static void add(List<PersonalDatum> found, Kind kind, Pattern pattern, String text) {
        for (var match = pattern.matcher(text); match.find(); ) add(found, kind, match.start(), match.end());
    }

    private static void addGroup(List<PersonalDatum> found, Kind kind, Pattern pattern, String text) {
        for (var match = pattern.matcher(text); match.find(); ) add(found, kind, match.start(1), match.end(1));
    }

    private static void add(List<PersonalDatum> found, Kind kind, int start, int end) {
        var datum = new PersonalDatum(kind, start, end);
        if (found.stream().noneMatch(datum::overlaps)) found.add(datum);
    }

    /** An order number is no telephone number: its place is taken, and given up in the end. */
    private static void keepOrders(List<PersonalDatum> found, String text) {
        addGroup(found, null, ORDER, text);
    }

    private static void addIbans(List<PersonalDatum> found, String text) {
        for (var match = IBAN.matcher(text); match.find(); ) {
            String bare = match.group().replaceAll("[ -]", "");
            if (bare.length() >= 15
                    && bare.length() <= 34
                    && bare.chars().filter(Character::isDigit).count() >= 8) {
                add(found, Kind.IBAN, match.start(), match.end());
            }
        }
    }

    private static void addCards(List<PersonalDatum> found, String text) {
        for (var match = CARD.matcher(text); match.find(); ) {
            if (luhn(match.group().replaceAll("\\D", ""))) add(found, Kind.CARD, match.start(), match.end());
        }
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 0 ? digit : digit * 2;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    private static void addPhones(List<PersonalDatum> found, String text) {
        for (var match = PHONE.matcher(text); match.find(); ) {
            if (isPhone(match)) add(found, Kind.PHONE, match.start(), match.end());
        }
    }

    private static boolean isPhone(Matcher match) {
        String text = match.group();
        long digits = text.chars().filter(Character::isDigit).count();
        if (digits < 7 || digits > 15) return false;
        return !text.matches(
                "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|\\d{1,3}(?:[.]\\d{3})+");
    }

    private static void addNames(List<PersonalDatum> found, List<String> names, String text) {
        for (String name : names) {
            if (name == null || name.isBlank()) continue;
            add(found, Kind.NAME, whole(name.strip()), text);
            for (String part : name.strip().split("[\\s,]+")) {
                if (part.length() > 2 && Character.isUpperCase(part.charAt(0))) {
                    add(
                            found,
                            Kind.NAME,
                            Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(part) + "(?![\\p{L}\\p{N}])"),
                            text);
                }
            }
        }
    }

    private static Pattern whole(String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", FLAGS);
    }
}
