package dev.hilo.simulation;

import dev.hilo.answers.masking.Mask;
import dev.hilo.answers.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups the questions that went unanswered by the rare words that they share: each question joins the group whose words it
 * shares most of, or begins one (leader clustering, in the order of the cases, so the same run gives the same groups).
 */
final class Gaps {

    private static final int MOST = 20;
    private static final int FEWEST_TICKETS = 2;
    private static final double ALIKE = 0.25;
    private static final int WORDS_OF_A_NAME = 5;
    private static final int REPLIES = 3;

    private record Question(SimulationCase of, Set<String> words) {}

    private static final class Group {
        final List<Question> questions = new ArrayList<>();
        final Map<String, Integer> words = new HashMap<>();

        void add(Question question) {
            questions.add(question);
            for (var word : question.words) words.merge(word, 1, Integer::sum);
        }

        String language() {
            return questions.getFirst().of.language();
        }
    }

    private final Map<String, Double> rarity = new HashMap<>();

    private Gaps(List<Question> questions) {
        var counts = new HashMap<String, Integer>();
        for (var question : questions) for (var word : question.words) counts.merge(word, 1, Integer::sum);
        counts.forEach((word, n) -> rarity.put(word, Math.log((1.0 + questions.size()) / n)));
    }

    static List<Gap> of(List<SimulationCase> cases, double gate) {
        var questions = cases.stream()
                .filter(c -> !c.isAnswered(gate) && c.answerable() < 0.5)
                .map(c -> new Question(c, Words.content(c.subject() + " " + c.question())))
                .filter(q -> !q.words.isEmpty())
                .toList();
        var gaps = new Gaps(questions);
        return gaps.groups(questions).stream()
                .filter(g -> g.questions.size() >= FEWEST_TICKETS)
                .sorted(Comparator.comparingInt((Group g) -> -g.questions.size())
                        .thenComparingInt(g -> g.questions.getFirst().of.number()))
                .limit(MOST)
                .map(gaps::gap)
                .toList();
    }

    private List<Group> groups(List<Question> questions) {
        var groups = new ArrayList<Group>();
        for (var question : questions) nearest(groups, question).add(question);
        return groups;
    }

    private Group nearest(List<Group> groups, Question question) {
        Group nearest = null;
        double best = ALIKE;
        for (var group : groups) {
            if (!group.language().equals(question.of.language())) continue;
            double likeness = likeness(question, group);
            if (likeness < best) continue;
            best = likeness;
            nearest = group;
        }
        if (nearest == null) groups.add(nearest = new Group());
        return nearest;
    }

    /** The cosine of the question and the group's mean, each word as heavy as it is rare. */
    private double likeness(Question question, Group group) {
        double shared = 0;
        double own = 0;
        double theirs = 0;
        for (var word : question.words) {
            double weight = rarity.get(word);
            own += weight * weight;
            shared += weight * weight * group.words.getOrDefault(word, 0) / group.questions.size();
        }
        for (var word : group.words.entrySet()) {
            double weight = rarity.get(word.getKey()) * word.getValue() / group.questions.size();
            theirs += weight * weight;
        }
        return own == 0 || theirs == 0 ? 0 : shared / Math.sqrt(own * theirs);
    }

    private Gap gap(Group group) {
        var name = group.words.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, Integer> w) -> -w.getValue() * rarity.get(w.getKey()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS_OF_A_NAME)
                .map(Map.Entry::getKey)
                .toList();
        var plainest = group.questions.stream()
                .sorted(Comparator.comparingDouble((Question q) -> -likeness(q, group))
                        .thenComparingInt(q -> q.of.number()))
                .map(Question::of)
                .toList();
        return new Gap(
                name,
                plainest.getFirst().subject(),
                plainest.getFirst().question(),
                plainest.stream().map(SimulationCase::ticketId).toList(),
                group.language(),
                article(plainest));
    }

    private static String article(List<SimulationCase> plainest) {
        var replies = new HashSet<String>();
        var article = new ArrayList<String>();
        for (var ticket : plainest) {
            String reply = new Mask(List.of()).remove(Judge.substance(ticket.reply()));
            if (article.size() < REPLIES && !reply.isBlank() && replies.add(reply)) article.add(reply);
        }
        return String.join("\n\n", article);
    }
}
