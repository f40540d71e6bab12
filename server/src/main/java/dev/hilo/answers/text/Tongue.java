package dev.hilo.answers.text;

/** Tells English from Spanish by the small words, where nothing better is known. */
public final class Tongue {

    private Tongue() {}

    /** {@code en} or {@code es}; the other when there is too little to tell. */
    public static String of(String text, String otherwise) {
        int english = 0;
        int spanish = 0;
        for (String word : Words.of(text)) {
            boolean isEnglish = Words.ENGLISH.contains(word);
            boolean isSpanish = Words.SPANISH.contains(word);
            if (isEnglish && !isSpanish) english++;
            if (isSpanish && !isEnglish) spanish++;
        }
        if (text.matches("(?s).*[¿¡ñáéíóú].*")) spanish += 2;
        if (english + spanish < 2 || english == spanish) return otherwise;
        return english > spanish ? "en" : "es";
    }
}
