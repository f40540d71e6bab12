package dev.hilo.answers.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of English and Spanish texts, cut to their stems, without those that every sentence has. */
public final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:/-]\\d+)*");

    static final Set<String> ENGLISH = set("""
            a about above after again all also am an and any are as at be because been before being below between both but by
            can could did do does doing don down during each few for from further had has have having he her here hers him his
            how i if in into is isn it its just ll me more most my no nor not now of off on once only or other our ours out
            over own re s same shan she should so some such t than that the their them then there these they this those
            through to too under until up us ve very was we were what when where which while who whom why will with won would
            you your yours please thank thanks hi hello dear get got let know also may might must shall want like need one
            """);
    static final Set<String> SPANISH = set("""
            a al algo ante antes como con contra cual cuando cuanto de del desde donde durante e el ella ellas ellos en entre
            era es esa ese eso esta estan estas este esto estos estoy fue ha hace hacer han has hasta hay he hola la las le
            les lo los mas me mi mis muy nada ni no nos nosotros o os otra otro para pero poco por porque puede puedo pues
            que quien se sea ser si sin sobre solo son soy su sus tambien tan te tengo ti tiene tienen todo tu tus un una
            uno unos usted ustedes va vamos vosotros y ya yo gracias favor buenos buenas dias tardes quiero quisiera
            """);

    private static final Map<String, String> NUMBER_WORDS = numberWords();
    private static final Pattern ONE = Pattern.compile(
            "(?iu)\\b(?:one|una?) (?:working |business )?(?:minute|hour|day|week|month|year|minuto|hora|dia|semana|mes|ano)\\b");

    private Words() {}

    private static Map<String, String> numberWords() {
        var words = new HashMap<String, String>();
        String[] lists = {
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
                    + " nineteen twenty",
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho"
                    + " diecinueve veinte"
        };
        for (String list : lists) {
            var names = list.split(" ");
            for (int i = 0; i < names.length; i++) words.put(names[i], Integer.toString(i + 2));
        }
        String[] tens = {
            "thirty forty fifty sixty seventy eighty ninety",
            "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
        };
        for (String list : tens) {
            var names = list.split(" ");
            for (int i = 0; i < names.length; i++) words.put(names[i], Integer.toString((i + 3) * 10));
        }
        words.putAll(
                Map.of("hundred", "100", "cien", "100", "ciento", "100", "quinientos", "500", "quinientas", "500"));
        words.putAll(
                Map.of("thousand", "1000", "mil", "1000", "million", "1000000", "millon", "1000000", "dozen", "12"));
        return words;
    }

    /** Numbers that stand there in words, as digits; <i>one</i> only where it counts time. */
    public static Set<String> spelledNumbers(String text) {
        var numbers = new LinkedHashSet<String>();
        for (String word : of(text)) {
            String number = NUMBER_WORDS.get(word);
            if (number != null) numbers.add(number);
        }
        if (ONE.matcher(plain(text)).find()) numbers.add("1");
        return numbers;
    }

    private static Set<String> set(String words) {
        return new HashSet<>(Arrays.asList(words.strip().split("\\s+")));
    }

    /** Lower case, without accents. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        for (var match = WORD.matcher(plain(text)); match.find(); ) words.add(match.group());
        return words;
    }

    /** The stems of the words that say what a text is about. */
    public static Set<String> content(String text) {
        var stems = new LinkedHashSet<String>();
        for (String word : of(text)) {
            String bare = word.replaceAll("['’].*", "");
            if (bare.length() > 1 && !ENGLISH.contains(bare) && !SPANISH.contains(bare)) stems.add(stem(bare));
        }
        return stems;
    }

    /** Numbers as they stand there, without what parts thousands. */
    public static Set<String> numbers(String text) {
        var numbers = new LinkedHashSet<String>();
        for (var match = NUMBER.matcher(text); match.find(); ) numbers.add(number(match.group()));
        return numbers;
    }

    private static String number(String text) {
        String plain = text.matches("\\d{1,3}(?:[.,]\\d{3})+") ? text.replaceAll("[.,]", "") : text.replace(',', '.');
        return plain.replaceAll("\\.0+$", "");
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Endings of both languages and vowels that change in Spanish, crudely but alike on both sides of a comparison. */
    private static String stem(String word) {
        return cut(word).replace("ue", "o").replace("ie", "e");
    }

    private static String cut(String word) {
        if (word.length() <= 4 || Character.isDigit(word.charAt(0))) return word;
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private static final List<String> ENDINGS = List.of(
            "aciones",
            "amientos",
            "imientos",
            "amiento",
            "imiento",
            "acion",
            "iciones",
            "icion",
            "mente",
            "ations",
            "ation",
            "ments",
            "ment",
            "ando",
            "iendo",
            "ados",
            "adas",
            "idos",
            "idas",
            "ing",
            "ado",
            "ada",
            "ido",
            "ida",
            "aron",
            "ieron",
            "ies",
            "ied",
            "ers",
            "ed",
            "es",
            "er",
            "ar",
            "ir",
            "as",
            "os",
            "an",
            "en",
            "al",
            "ly",
            "s",
            "e",
            "a",
            "o",
            "y");
}
