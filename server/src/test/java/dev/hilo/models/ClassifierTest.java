package dev.hilo.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {

    private static final int DIMENSION = 24;
    private static final List<String> CLASSES = List.of("refund", "delivery", "login");

    @Test
    void vectorsTellClassesApart() {
        var classifier = Classifier.train(examples(40, true), false);

        for (int c = 0; c < CLASSES.size(); c++) {
            var guesses = classifier.classify("", near(c, new Random(99 + c)));
            assertThat(guesses.getFirst().label()).isEqualTo(CLASSES.get(c));
            assertThat(guesses.stream().mapToDouble(Guess::probability).sum()).isCloseTo(1, within(1e-9));
        }
        assertThat(classifier.quality().heldOut()).isEqualTo(120);
        assertThat(classifier.quality().accuracy()).isGreaterThan(0.95);
        assertThat(classifier.quality().calibrationError()).isLessThan(0.05);
        assertThat(classifier.quality().reliability())
                .extracting(Quality.Bin::held)
                .last()
                .isEqualTo(1.0);
    }

    @Test
    void wordsDoWithoutVectors() {
        var classifier = Classifier.train(examples(20, false), true);

        assertThat(classifier
                        .classify("please refund my money", null)
                        .getFirst()
                        .label())
                .isEqualTo("refund");
        assertThat(classifier
                        .classify("the password of my login", null)
                        .getFirst()
                        .label())
                .isEqualTo("login");
    }

    @Test
    void whatIsLikeNothingKnownScoresLow() {
        var classifier = Classifier.train(examples(40, true), false);
        double known = classifier.quality().known();
        float[] familiar = near(0, new Random(5));
        float[] strange = new float[DIMENSION];
        strange[DIMENSION - 1] = 1;

        assertThat(score(classifier, familiar)).isGreaterThan(known);
        assertThat(score(classifier, strange)).isLessThan(known);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void itIsTheSameAfterItWasKept(int examples) {
        var made = Classifier.train(examples(examples, true), true);
        var read = Classifier.of(made.bytes(), made.quality());
        float[] vector = near(1, new Random(3));

        var before = made.classify("where is my parcel", vector);
        var after = read.classify("where is my parcel", vector);
        assertThat(after)
                .extracting(Guess::label)
                .isEqualTo(before.stream().map(Guess::label).toList());
        assertThat(after.getFirst().probability()).isCloseTo(before.getFirst().probability(), within(0.01));
        assertThat(score(read, vector)).isCloseTo(score(made, vector), within(0.01));
        assertThatThrownBy(() -> Classifier.of(new byte[] {1, 2, 3}, made.quality()))
                .isInstanceOf(ModelUnusable.class);
    }

    @Test
    void trainingTwiceMakesTheSame() {
        assertThat(Classifier.train(examples(10, true), true).bytes())
                .isEqualTo(Classifier.train(examples(10, true), true).bytes());
    }

    @Test
    void theTemperatureMakesProbabilitiesTrue() {
        var random = new Random(1);
        var logits = new ArrayList<float[]>();
        int[] labels = new int[2000];
        for (int i = 0; i < labels.length; i++) {
            logits.add(new float[] {8, 0});
            labels[i] = random.nextDouble() < 0.8 ? 0 : 1;
        }

        double temperature = Probabilities.temperature(logits, labels);

        assertThat(Probabilities.softmax(new float[] {8, 0}, temperature)[0]).isCloseTo(0.8, within(0.03));
    }

    @Test
    void theNearestAreThoseOfTheHighestCosine() {
        var near = Neighbours.of(List.of(new float[] {1, 0}, new float[] {0.6f, 0.8f}, new float[] {0, 1}))
                .nearest(new float[] {0.1f, 0.995f}, 2);

        assertThat(near).extracting(Neighbours.Near::id).containsExactly(2L, 1L);
        assertThat(near.getFirst().cosine()).isCloseTo(0.995, within(0.01));
    }

    @Test
    void oneClassIsNothingToTellApart() {
        assertThatThrownBy(() -> Classifier.train(List.of(new Example("a", null, "x")), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double score(Classifier classifier, float[] vector) {
        return classifier.knownScore(classifier.classify("", vector).getFirst().probability(), vector);
    }

    private static List<Example> examples(int perClass, boolean withVectors) {
        var words = List.of("refund money back charge", "parcel delivery late where", "password login account reset");
        var random = new Random(42);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < perClass; i++) {
            for (int c = 0; c < CLASSES.size(); c++) {
                String[] own = words.get(c).split(" ");
                String text = own[random.nextInt(4)] + " please " + own[random.nextInt(4)];
                examples.add(new Example(text, withVectors ? near(c, random) : null, CLASSES.get(c)));
            }
        }
        return examples;
    }

    /** A vector of length 1 around the class's own axis. */
    private static float[] near(int c, Random random) {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION - 1; i++) {
            vector[i] = (float) (0.1 * random.nextGaussian()) + (i == c ? 1 : 0);
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSION; i++) vector[i] /= (float) Math.sqrt(squares);
        return vector;
    }
}
