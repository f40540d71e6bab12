package dev.hilo.answers.draft;

import dev.hilo.answers.text.Sentences;
import dev.hilo.answers.text.Words;
import dev.hilo.answers.voice.Voice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds what a model wrote against what it was given: what rests on nothing is told by a word, never sent. */
final class Grounding {

    static final String UNSUPPORTED = "unsupported";
    static final String NUMBER = "number";
    static final String LINK = "link";
    static final String CONTACT = "contact";
    static final String ACTION = "action";
    static final String NEGATION = "negation";
    static final String SECRET = "secret";
    static final String NAME = "name";

    private static final double ENOUGH_WORDS = 0.5;
    private static final double WORDS_WITH_MEANING = 0.25;
    private static final double ENOUGH_MEANING = 0.78;

    private static final Pattern URL = Pattern.compile(
            "(?i)\\b(?:https?://|www\\.)[^\\s<>\"')\\]]+|\\b[a-z0-9-]{2,40}\\.(?:com|net|org|io|test|example|es|eu|co|app|info)(?:/[^\\s<>\"')\\]]*)?\\b");
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w.,])\\+?\\d(?:[ ().-]{0,2}\\d){7,14}(?!\\w)");
    private static final Pattern CODE =
            Pattern.compile("\\b(?=[A-Z0-9-]*\\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{2,}(?:-[A-Z0-9]{2,})*\\b");
    private static final Pattern NOT = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:not|no|never|cannot|can't|don't|doesn't|won't|isn't|aren't|without|unable|nunca|jamás|tampoco|sin|ni)(?!\\p{L})|n['’]t\\b");
    private static final Pattern DONE = Pattern.compile(
            "(?iu)\\b(?:(?:i|we)(?:['’]ve| have|['’]ll| will| am going to| are going to)?(?: just| already| now| also)? "
                    + "(?:refund|cancel|issu|credit|sent|send|ship|upgrad|chang|delet|remov|reset|process|approv|escalat|updat|extend|waiv|grant|appl|transfer|doubl|replac)\\w*"
                    + "|(?:he|hemos|voy a|vamos a)(?: ya)? (?:reembols|cancel|emit|abon|envi|mand|actualiz|cambi|elimin|borr|restablec|proces|aprob|ampli|aplic|transfer|devuel|reemplaz)\\p{L}*"
                    + "|your (?:refund|order|account|subscription|payment) (?:has been|was|is now) \\w+"
                    + "|(?:tu|su) (?:reembolso|pedido|cuenta|suscripción|pago) (?:ha sido|fue|ya está|queda) \\p{L}+)");

    /** Where one part of a sentence ends and another begins. */
    private static final Pattern CLAUSE =
            Pattern.compile("[,;:()–—]|(?iu)(?<!\\p{L})(?:and|but|so|then|y|e|pero)(?!\\p{L})");

    private static final Pattern NAME_WITHIN = Pattern.compile("(?<=[\\p{L},;] )\\p{Lu}[\\p{Ll}]\\p{L}*");
    private static final Pattern NAME_FIRST = Pattern.compile(
            "^(\\p{Lu}\\p{Ll}+)(?:['’]s| (?:is|was|has|had|lives|returned|bought|ordered|asked|wrote|said|got|received|paid|works"
                    + "|es|fue|ha|tiene|vive|devolvió|compró|pidió|escribió|recibió|pagó|trabaja)(?!\\p{L}))");

    private final List<Passage> passages;
    private final String said;
    private final Similarity similarity;
    private final String language;
    private final List<Set<String>> windows = new ArrayList<>();
    private final List<String> windowTexts = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final String known;

    Grounding(TicketSoFar ticket, List<Passage> passages, Configuration configuration) {
        this.passages = passages;
        this.said = ticket.saidByCustomer();
        this.similarity = configuration.similarity();
        this.language = ticket.language();
        var all = new StringBuilder(said).append('\n').append(String.join("\n", ticket.contacts()));
        for (var passage : passages) {
            all.append('\n').append(passage.title()).append('\n').append(passage.text());
            if (passage.address() != null) all.append('\n').append(passage.address());
            addWindows(passage);
        }
        known = all.toString();
        numbers.addAll(Words.numbers(known));
        numbers.addAll(Words.spelledNumbers(known));
        String people =
                known + "\n" + configuration.house() + "\n" + configuration.signer() + "\n" + ticket.requester();
        names.addAll(Words.of(people));
    }

    /** Each two sentences in a row, since one of a reply often says what two of a document do. */
    private void addWindows(Passage passage) {
        var sentences = new ArrayList<String>();
        sentences.add(passage.title());
        sentences.addAll(Sentences.of(passage.text()));
        for (int i = 0; i < sentences.size(); i++) {
            String two = sentences.get(i) + (i + 1 < sentences.size() ? " " + sentences.get(i + 1) : "");
            windows.add(Words.content(two));
            windowTexts.add(two);
        }
    }

    /** What is wrong with a sentence; null when nothing is. */
    String fault(String sentence) {
        if (hasUnknown(MAIL, sentence) || hasUnknownPhone(sentence)) return CONTACT;
        if (hasUnknown(URL, MAIL.matcher(sentence).replaceAll(" "))) return LINK;
        if (Poison.asksForSecret(sentence)) return SECRET;
        if (!numbers.containsAll(Words.numbers(sentence))) return NUMBER;
        if (!numbers.containsAll(Words.spelledNumbers(sentence))) return NUMBER;
        if (codes(sentence).stream().anyMatch(code -> !known.contains(code))) return NUMBER;
        boolean isSupportedWord = isSupported(sentence);
        if (DONE.matcher(sentence).find() && !isVerbatim(sentence)) return ACTION;
        if (Voice.isCourtesy(sentence)) return null;
        if (!isSupportedWord || hasLooseClause(sentence)) return UNSUPPORTED;
        if (hasUnknownName(sentence)) return NAME;
        return contradicts(sentence) ? NEGATION : null;
    }

    private boolean hasUnknown(Pattern pattern, String sentence) {
        return pattern.matcher(sentence)
                .results()
                .map(found -> found.group().replaceAll("[.,;:!?]+$", "").toLowerCase())
                .anyMatch(found -> !known.toLowerCase().contains(found));
    }

    private boolean hasUnknownPhone(String sentence) {
        String digits = known.replaceAll("[ ().-]", "");
        return PHONE.matcher(sentence)
                .results()
                .anyMatch(found -> !digits.contains(found.group().replaceAll("[ ().+-]", "")));
    }

    /** Such as {@code AC-10042}: capitals and digits. */
    static Set<String> codes(String text) {
        var codes = new LinkedHashSet<String>();
        CODE.matcher(text).results().forEach(found -> codes.add(found.group()));
        return codes;
    }

    private boolean isVerbatim(String sentence) {
        return passages.stream().anyMatch(p -> p.text().contains(sentence));
    }

    private boolean isSupported(String sentence) {
        var words = Words.content(sentence);
        if (words.isEmpty()) return sentence.length() < 60;
        double best = windows.stream().mapToDouble(w -> share(words, w)).max().orElse(0);
        if (best >= ENOUGH_WORDS) return true;
        if (best < WORDS_WITH_MEANING) return false;
        double[] close = similarity.of(language, sentence, windowTexts);
        return close != null && java.util.Arrays.stream(close).max().orElse(0) >= ENOUGH_MEANING;
    }

    /** Whether a part of it has nothing to do with anything that is known. */
    private boolean hasLooseClause(String sentence) {
        for (String clause : CLAUSE.split(MAIL.matcher(sentence).replaceAll(" "))) {
            var words = Words.content(clause);
            if (words.size() > 1 && windows.stream().noneMatch(w -> share(words, w) > 0)) return true;
        }
        return false;
    }

    private boolean hasUnknownName(String sentence) {
        var first = NAME_FIRST.matcher(sentence);
        if (first.find() && isUnknown(first.group(1))) return true;
        return NAME_WITHIN.matcher(sentence).results().anyMatch(found -> isUnknown(found.group()));
    }

    private boolean isUnknown(String name) {
        return !Words.content(name).isEmpty() && Words.of(name).stream().noneMatch(names::contains);
    }

    private static double share(Set<String> words, Set<String> window) {
        return (double) words.stream().filter(window::contains).count() / words.size();
    }

    /** Whether it says no where what it rests on says yes, or the other way round. */
    private boolean contradicts(String sentence) {
        var words = Words.content(sentence);
        boolean denies = denies(sentence);
        double same = 0;
        double other = 0;
        for (var passage : passages) {
            for (String source : Sentences.of(passage.text())) {
                double share = share(words, Words.content(source));
                if (denies(source) == denies) same = Math.max(same, share);
                else other = Math.max(other, share);
            }
        }
        return other >= ENOUGH_WORDS && other > same + 0.2;
    }

    /** In Spanish "no" alone is counted, since "no" also answers. */
    private static boolean denies(String sentence) {
        return NOT.matcher(sentence).find();
    }
}
