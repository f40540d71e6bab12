package dev.hilo.answers.voice;

import dev.hilo.answers.text.Sentences;
import dev.hilo.answers.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads from a team's replies how it writes. */
final class Measure {

    /** Below that many replies "never" means nothing. */
    private static final int ENOUGH = 50;

    private static final int MOST_PHRASES = 12;

    private static final Pattern CLOSING = Pattern.compile(
            "(?iu)^(?:(?:kind|best|warm|many) (?:regards|wishes)|regards|all the best|sincerely|cheers|thanks|thank you|best|yours"
                    + "|(?:un )?(?:cordial )?saludos?|(?:un )?abrazo|atentamente|gracias|quedo a|quedamos a)\\b.{0,40}$");
    private static final Pattern OPENING = Pattern.compile(
            "(?iu)^(?:hi|hello|hey|dear|good|hola|buenos|buenas|estimad[oa]s?|apreciad[oa]s?|querid[oa]s?)\\b.{0,50}$");

    private static final List<String> TU =
            List.of("tu", "tus", "te", "ti", "contigo", "puedes", "tienes", "quieres", "eres");
    private static final List<String> USTED =
            List.of("usted", "ustedes", "su", "sus", "le", "puede", "tiene", "quiere", "desea");

    /** What houses take sides on. */
    private static final Map<String, List<String>> REGISTER = Map.of(
            "en",
            List.of(
                    "unfortunately",
                    "asap",
                    "no worries",
                    "guys",
                    "kindly",
                    "awesome",
                    "inconvenience",
                    "as per",
                    "hey",
                    "!"),
            "es",
            List.of(
                    "lamentablemente",
                    "desgraciadamente",
                    "vale",
                    "chicos",
                    "estimado",
                    "genial",
                    "inconveniente",
                    "vosotros",
                    "!"));

    private Measure() {}

    /** @param replies of the language, newest first */
    static Voice of(String language, List<SentReply> replies) {
        var usual = Voice.usual(language);
        var greetings = new ArrayList<String>();
        var signOffs = new ArrayList<String>();
        var bodies = new ArrayList<String>();
        for (var reply : replies) {
            var lines = reply.lines();
            int first = !lines.isEmpty() && OPENING.matcher(lines.getFirst()).matches() ? 1 : 0;
            int last = closing(lines);
            if (first == 1) greetings.add(reply.withoutNames(lines.getFirst()));
            if (last < lines.size())
                signOffs.add(reply.withoutNames(String.join("\n", lines.subList(last, lines.size()))));
            bodies.add(String.join("\n", lines.subList(Math.min(first, last), last)));
        }
        return new Voice(
                language,
                commonest(greetings, usual.greeting()),
                commonest(signOffs, usual.signOff()),
                formality(language, bodies),
                sentenceWords(bodies, usual.sentenceWords()),
                phrases(bodies),
                avoided(language, bodies, greetings));
    }

    /** Where the farewell begins: at one of the last lines, or at the end when there is none. */
    private static int closing(List<String> lines) {
        for (int i = Math.max(1, lines.size() - 5); i < lines.size(); i++) {
            if (CLOSING.matcher(lines.get(i)).matches()) return i;
        }
        return lines.size();
    }

    private static String commonest(List<String> texts, String otherwise) {
        return counted(texts).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    private static Map<String, Integer> counted(List<String> texts) {
        var counts = new TreeMap<String, Integer>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts;
    }

    private static String formality(String language, List<String> bodies) {
        var counts = new HashMap<String, Integer>();
        bodies.forEach(body -> Words.of(body).forEach(word -> counts.merge(word, 1, Integer::sum)));
        if (language.equals("es")) {
            return sided("tu", "usted", sum(counts, TU), sum(counts, USTED));
        }
        int short_ = counts.entrySet().stream()
                .filter(e -> e.getKey().matches(".*['’](?:s|re|ll|ve|t|m|d)"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int whole = sum(counts, List.of("cannot", "shall", "kindly", "regarding", "therefore", "will", "not", "have"));
        return sided("casual", "formal", short_, whole);
    }

    private static int sum(Map<String, Integer> counts, List<String> words) {
        return words.stream().mapToInt(word -> counts.getOrDefault(word, 0)).sum();
    }

    private static String sided(String one, String other, int ones, int others) {
        if (ones + others < 3) return "neutral";
        if (ones >= 2 * others) return one;
        return others >= 2 * ones ? other : "neutral";
    }

    private static int sentenceWords(List<String> bodies, int otherwise) {
        var lengths = bodies.stream()
                .flatMap(body -> Sentences.of(body).stream())
                .map(sentence -> Words.of(sentence).size())
                .filter(length -> length > 2)
                .sorted()
                .toList();
        return lengths.isEmpty() ? otherwise : lengths.get(lengths.size() / 2);
    }

    /** Three words in a row that stand in many replies, and not in the same reply again and again. */
    private static List<String> phrases(List<String> bodies) {
        var replies = new HashMap<String, Integer>();
        for (String body : bodies) {
            Sentences.of(body).stream()
                    .map(Words::of)
                    .flatMap(words -> java.util.stream.IntStream.range(0, Math.max(0, words.size() - 2))
                            .mapToObj(i -> String.join(" ", words.subList(i, i + 3))))
                    .filter(phrase ->
                            !phrase.matches(".*\\d.*") && !Words.content(phrase).isEmpty())
                    .distinct()
                    .forEach(phrase -> replies.merge(phrase, 1, Integer::sum));
        }
        int least = Math.max(3, bodies.size() / 50);
        return replies.entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PHRASES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> avoided(String language, List<String> bodies, List<String> greetings) {
        if (bodies.size() < ENOUGH) return List.of();
        String all = (String.join("\n", bodies) + "\n" + String.join("\n", greetings)).toLowerCase();
        return REGISTER.getOrDefault(language, List.of()).stream()
                .filter(Objects::nonNull)
                .filter(word -> word.equals("!")
                        ? !all.contains("!")
                        : !Pattern.compile("(?u)(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})")
                                .matcher(all)
                                .find())
                .toList();
    }
}
