package dev.hilo.contacts;

public final class Emails {
    private Emails() {}

    public static boolean isValid(String s) {
        return s.matches(".*@.*\\..*");
    }

    public static String bare(String s) {
        int i = s.indexOf('<');
        return i < 0 ? s : s.substring(i + 1, s.length() - 1);
    }
}
