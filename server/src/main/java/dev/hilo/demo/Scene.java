package dev.hilo.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a ticket is about in particular: which order, which product, how much. It stays the same through the thread. */
final class Scene {

    private static final Duration DAY = Duration.ofDays(1);

    private static final List<String> ERRORS = List.of("E-12", "E-21", "E-31", "E-47", "E-50");
    private static final List<String> CODES = List.of("SPRING10", "WELCOME5", "ACME15", "HOLA10", "THANKS8");
    private static final List<String> COUNTRIES = List.of("Iceland", "Australia", "New Zealand", "Japan");
    private static final List<String> PAISES = List.of("México", "Chile", "Argentina", "Colombia");
    private static final List<String> MOODS = List.of("friendly", "in a hurry", "a bit annoyed");
    private static final List<String> HUMORES = List.of("tranquilo", "con prisa", "algo molesto");

    private final Dice dice;
    private final Language language;
    private final Instant begin;
    private final Map<String, String> values = new HashMap<>();

    Scene(Topic topic, Person customer, Instant begin, Dice dice) {
        this.dice = dice;
        this.language = customer.language();
        this.begin = begin;
        var goods = Goods.any(topic.kind(), dice);
        goods(goods, "");
        goods(other(goods), "2");
        customer(customer);
        numbers(goods);
        past();
    }

    private Goods other(Goods goods) {
        Goods other = goods;
        for (int i = 0; i < 20 && other == goods; i++) other = dice.pick(Goods.ALL);
        return other;
    }

    private void goods(Goods goods, String suffix) {
        boolean m = goods.masculine();
        values.put("product" + suffix, goods.name(language));
        values.put("model" + suffix, goods.model());
        values.put("el" + suffix, m ? "el" : "la");
        values.put("El" + suffix, m ? "El" : "La");
        values.put("un" + suffix, m ? "un" : "una");
        values.put("del" + suffix, m ? "del" : "de la");
        values.put("o" + suffix, m ? "o" : "a");
    }

    private void customer(Person customer) {
        boolean spanish = language == Language.ES;
        values.put("name", customer.first());
        values.put("fullname", customer.name());
        values.put("surname", dice.pick(spanish ? Names.SURNAMES_ES : Names.SURNAMES_EN));
        values.put("g", customer.isWoman() ? "a" : "o");
        values.put("email", customer.email());
        values.put("phone", customer.phone());
        values.put("street", customer.street());
        values.put("city", customer.city());
        values.put(
                "company",
                customer.firm() == null ? firm(spanish) : customer.firm().name());
        values.put("country", dice.pick(spanish ? PAISES : COUNTRIES));
        values.put("carrier", dice.pick(spanish ? Names.CARRIERS_ES : Names.CARRIERS_EN));
        values.put("mood", dice.pick(spanish ? HUMORES : MOODS));
    }

    private String firm(boolean spanish) {
        return dice.pick(spanish ? Names.FIRMAS : Names.FIRMS);
    }

    private void numbers(Goods goods) {
        values.put("order", "AC-" + (100_000 + begin.getEpochSecond() / 600 % 900_000));
        number("tracking", "AX", 100_000_000, 999_999_999);
        number("tracking2", "AX", 100_000_000, 999_999_999);
        number("case", "", 10_000, 99_999);
        number("rma", "RMA-", 20_000, 79_999);
        number("invoice", "F-", 100_000, 999_999);
        number("serial", "AC", 20_000_000, 29_999_999);
        number("serial2", "AC", 30_000_000, 39_999_999);
        number("vat", language == Language.ES ? "ESB" : "GB1", 10_000_000, 99_999_999);
        number("days", "", 3, 9);
        number("qty", "", 6, 40);
        number("percent", "", 41, 97);
        number("temp", "", 20, 23);
        int seats = number("seats", "", 8, 60);
        values.put("seats2", Integer.toString(seats + dice.between(3, 5)));
        values.put("error", dice.pick(ERRORS));
        values.put("amount", language.money(goods.cents()));
        values.put("amount2", language.money(dice.between(1, 4) * 500));
        values.put("code", dice.pick(CODES));
        number("code2", "SORRY-", 1_000, 9_999);
        int build = dice.between(2, 9);
        values.put("version", "4." + build + "." + dice.between(0, 4));
        values.put("version2", "4." + build + ".5");
        values.put("phone_model", dice.pick(Names.PHONES));
        values.put("router", dice.pick(Names.ROUTERS));
        long high = dice.below(Long.MAX_VALUE) & ~0xF000L | 0x4000L;
        values.put("uuid", new UUID(high, dice.below(Long.MAX_VALUE) | Long.MIN_VALUE).toString());
    }

    private int number(String name, String prefix, int lowest, int highest) {
        int number = dice.between(lowest, highest);
        values.put(name, prefix + number);
        return number;
    }

    private void past() {
        values.put("date1", language.day(begin.minus(DAY.multipliedBy(dice.between(5, 11)))));
        values.put("date0", language.day(begin.minus(DAY.multipliedBy(dice.between(1, 4)))));
        values.put("date3", language.day(begin.minus(DAY.multipliedBy(dice.between(200, 330)))));
        values.put(
                "date4",
                language.day(begin.plus(DAY.multipliedBy(dice.between(700, 900)))) + " "
                        + begin.atZone(ZoneOffset.UTC).plusYears(2).getYear());
        values.put("date", language.day(begin));
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    String value(String name) {
        return values.get(name);
    }

    /** The text as it is written at that time: days to come are reckoned from there. */
    String fill(String text, Instant now) {
        return Template.fill(text, dice, name -> switch (name) {
            case "date2" -> language.day(OfficeHours.after(now, 9L * 3600 * 3));
            case "weekday" -> language.weekday(OfficeHours.after(now, 9L * 3600 * 2));
            default -> require(name);
        });
    }

    private String require(String name) {
        var value = values.get(name);
        if (value == null) throw new IllegalStateException("Nothing stands for {" + name + "}");
        return value;
    }
}
