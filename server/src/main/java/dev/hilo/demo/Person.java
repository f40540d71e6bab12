package dev.hilo.demo;

/**
 * A customer.
 *
 * @param firm null for who buys for the home
 * @param job null where there is no firm
 */
record Person(
        int number,
        String first,
        String surname,
        boolean isWoman,
        Language language,
        String email,
        String phone,
        Firm firm,
        String job,
        String street,
        String city) {

    /** A company that buys. @param domain of its mail */
    record Firm(int number, String name, String domain, Language language, boolean isLarge) {}

    String name() {
        return first + " " + surname;
    }
}
