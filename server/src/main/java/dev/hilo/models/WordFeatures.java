package dev.hilo.models;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a text, pairs of them, and runs of 3 to 5 letters in them, weighed by how rare they are (TF-IDF), each in one of
 * 65,536 places by its hash. For any language that has spaces.
 */
final class WordFeatures {

    static final int PLACES = 1 << 16;
    private static final int LONGEST_TEXT = 4000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}$€£]+");

    /** Places in ascending order, and what stands in them; of length 1 as a vector. */
    record Sparse(int[] places, float[] values) {}

    private final float[] rarity;

    WordFeatures(float[] rarity) {
        this.rarity = rarity;
    }

    static WordFeatures learn(List<String> texts) {
        int[] documents = new int[PLACES];
        for (String text : texts) {
            Set<Integer> seen = new HashSet<>();
            for (int place : places(text)) if (seen.add(place)) documents[place]++;
        }
        float[] rarity = new float[PLACES];
        for (int i = 0; i < PLACES; i++) rarity[i] = (float) Math.log((1.0 + texts.size()) / (1 + documents[i])) + 1;
        return new WordFeatures(rarity);
    }

    float[] rarity() {
        return rarity;
    }

    Sparse of(String text) {
        int[] all = places(text);
        Arrays.sort(all);
        int[] places = new int[all.length];
        float[] values = new float[all.length];
        int count = 0;
        double squares = 0;
        for (int i = 0; i < all.length; ) {
            int next = i;
            while (next < all.length && all[next] == all[i]) next++;
            places[count] = all[i];
            values[count] = (float) (1 + Math.log(next - i)) * rarity[all[i]];
            squares += values[count] * values[count];
            count++;
            i = next;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < count; i++) values[i] *= scale;
        return new Sparse(Arrays.copyOf(places, count), Arrays.copyOf(values, count));
    }

    private static int[] places(String text) {
        var places = new Pieces(Integer.MAX_VALUE - 8);
        String last = null;
        for (String word : words(text)) {
            if (word.isEmpty()) continue;
            places.add(place("w " + word));
            if (last != null) places.add(place("b " + last + " " + word));
            String edged = " " + word + " ";
            for (int length = 3; length <= 5; length++) {
                for (int i = 0; i + length <= edged.length(); i++) places.add(place(edged.substring(i, i + length)));
            }
            last = word;
        }
        return places.endedWith();
    }

    private static String[] words(String text) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return BETWEEN_WORDS.split(
                Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    private static int place(String feature) {
        int hash = feature.hashCode() * 0x9E3779B1;
        return (hash ^ hash >>> 15) & PLACES - 1;
    }
}
