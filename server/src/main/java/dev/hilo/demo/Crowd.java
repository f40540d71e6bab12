package dev.hilo.demo;

import static dev.hilo.demo.Language.EN;
import static dev.hilo.demo.Language.ES;

import dev.hilo.demo.Person.Firm;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The customers: many who buy for the home, some who write for a firm. Carla is the one that tests know too. */
final class Crowd {

    private static final int AT_HOME = 620;
    private static final double SPANISH = 0.32;

    private final Dice dice;
    private final List<Firm> firms = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Person> ofFirms = new ArrayList<>();
    private final Set<String> emails = new HashSet<>();

    Crowd(long seed) {
        dice = Dice.of(seed, "crowd", 0);
        add(new Person(
                0,
                "Carla",
                "Ruiz",
                true,
                ES,
                "carla@customer.test",
                "+34 600 100 200",
                null,
                null,
                "calle Mayor 12",
                "Madrid"));
        while (people.size() < AT_HOME) add(person(dice.chance(SPANISH) ? ES : EN, null));
        Names.FIRMS.forEach(name -> firm(name, EN));
        Names.FIRMAS.forEach(name -> firm(name, ES));
    }

    List<Firm> firms() {
        return firms;
    }

    List<Person> people() {
        return people;
    }

    /** Somebody who has written before more often than somebody new. */
    Person writer(boolean forFirm, Dice throwing) {
        var among = forFirm ? ofFirms : people.subList(0, AT_HOME);
        double biased = Math.pow(throwing.below(1_000_000) / 1_000_000.0, 1.35);
        return among.get((int) (biased * among.size()));
    }

    /** Somebody nobody knows, and who sells something. */
    Person stranger(Dice throwing) {
        var language = throwing.chance(0.2) ? ES : EN;
        String name = throwing.pick(Names.SURNAMES_EN);
        String email = "%s%d@%s.example"
                .formatted(
                        ascii(name),
                        throwing.between(10, 999),
                        throwing.pick(List.of("best-offers", "seo-agency", "bulkmail")));
        var stranger = new Person(
                people.size(),
                "Mr",
                name,
                false,
                language,
                email,
                "+1 202 555 0100",
                null,
                null,
                "1 Main Street",
                "Dover");
        if (!emails.contains(email)) people.add(stranger);
        emails.add(email);
        return people.stream().filter(p -> p.email().equals(email)).findFirst().orElseThrow();
    }

    List<Person> of(Firm firm) {
        return ofFirms.stream().filter(person -> person.firm() == firm).toList();
    }

    private void firm(String name, Language language) {
        String label = ascii(name).replaceAll("[^a-z]+", "-");
        var firm = new Firm(firms.size(), name, label + ".example", language, dice.chance(0.3));
        firms.add(firm);
        int staff = firm.isLarge() ? dice.between(6, 12) : dice.between(2, 5);
        for (int i = 0; i < staff; i++) add(person(language, firm));
    }

    private void add(Person person) {
        emails.add(person.email());
        people.add(person);
        if (person.firm() != null) ofFirms.add(person);
    }

    private Person person(Language language, Firm firm) {
        boolean spanish = language == ES;
        boolean woman = dice.chance(0.52);
        String first =
                dice.pick(spanish ? (woman ? Names.WOMEN_ES : Names.MEN_ES) : (woman ? Names.WOMEN_EN : Names.MEN_EN));
        String surname = dice.pick(spanish ? Names.SURNAMES_ES : Names.SURNAMES_EN);
        String street = spanish
                ? dice.pick(Names.STREETS_ES) + " " + dice.between(1, 90)
                : dice.between(1, 140) + " " + dice.pick(Names.STREETS_EN);
        return new Person(
                people.size(),
                first,
                surname,
                woman,
                language,
                email(first, surname, language, firm),
                phone(spanish),
                firm,
                firm == null ? null : dice.pick(spanish ? Names.JOBS_ES : Names.JOBS_EN),
                street,
                dice.pick(spanish ? Names.CITIES_ES : Names.CITIES_EN));
    }

    private String phone(boolean spanish) {
        return spanish
                ? "+34 6%02d %03d %03d".formatted(dice.between(0, 99), dice.between(0, 999), dice.between(0, 999))
                : "+44 7700 900%03d".formatted(dice.between(0, 999));
    }

    private String email(String first, String surname, Language language, Firm firm) {
        String domain = firm == null ? (language == ES ? "correo.example" : "mail.example") : firm.domain();
        String plain = ascii(first) + "." + ascii(surname);
        String email = plain + "@" + domain;
        for (int i = 2; emails.contains(email); i++) email = plain + i + "@" + domain;
        return email;
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
