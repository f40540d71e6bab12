package dev.hilo.answers;

import dev.hilo.pages.Phrases;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Says in the reader's language why something was decided; reasons are kept in English. */
public final class Reasons {

    /** @param key of the phrase, after {@code reason.}; what the pattern's groups hold stands in it as {0}, {1} … */
    private record Known(Pattern pattern, String key) {
        Known(String pattern, String key) {
            this(Pattern.compile(pattern), key);
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("The customer asks for a person", "person"),
            new Known("The language model gave no answer \\((.*)\\), so sentences were selected", "fallback"),
            new Known("Nothing that is known has to do with the question", "nothing"),
            new Known(
                    "The nearest that is known, “(.*)”, answers with a confidence of ([\\d.,]+); ([\\d.,]+) is needed",
                    "unsure"),
            new Known("Selected from “(.*)”", "selected"),
            new Known("What is near tells of other customers alone", "others"),
            new Known("The language model finds no answer in what is known", "none"),
            new Known("Nothing that the language model wrote is supported by what is known", "unsupported"),
            new Known("Written by (.*); (\\d+) of (\\d+) sentences rest on what is known", "written"),
            new Known("Found by shared words alone: to be read by a person", "words"),
            new Known("The customer is excluded", "customer"),
            new Known("The tag “(.*)” is excluded", "tag"),
            new Known("The word “(.*)” is excluded", "word"),
            new Known("The limit of an hour is reached", "hour"),
            new Known("It was refused: (.*)", "refused"),
            new Known("The account is linked: drafts alone", "linked"),
            new Known("There is no agent in whose name to write", "nobody"),
            new Known("Not sure enough to send it without a person", "gate"),
            new Known("Outside of working hours", "closed"),
            new Known("A summary was asked for", "summary"),
            new Known("A draft was asked for", "draft"),
            new Known("It was switched off", "off"),
            new Known("Everything was stopped", "stopped"),
            new Known("Stopped by (.*)", "stoppedBy"),
            new Known("The ticket was handed over", "handover"),
            new Known("Somebody wrote meanwhile", "overtaken"),
            new Known("The ticket is gone", "gone"),
            new Known("A person has taken the draft", "taken"));

    private Reasons() {}

    /** As it is kept where it has no phrase. */
    public static String say(Phrases phrases, String reason) {
        for (var known : KNOWN) {
            var found = known.pattern.matcher(reason);
            if (found.matches()) return phrases.text("reason." + known.key, values(found));
        }
        return reason;
    }

    private static Object[] values(Matcher found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .toArray();
    }
}
