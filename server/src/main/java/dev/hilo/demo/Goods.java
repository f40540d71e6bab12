package dev.hilo.demo;

import java.util.List;

/**
 * What Acme sells.
 *
 * @param masculine the gender of its Spanish name
 * @param cents its price
 */
record Goods(String model, String english, String spanish, boolean masculine, int cents, String kind) {

    static final List<Goods> ALL = List.of(
            new Goods("Sweep R1", "Sweep R1 robot vacuum", "robot aspirador Sweep R1", true, 32900, "device"),
            new Goods("Therma S2", "Therma S2 thermostat", "termostato Therma S2", true, 14900, "thermostat"),
            new Goods("Vista 3", "Vista 3 camera", "cámara Vista 3", false, 9900, "camera"),
            new Goods("Vista Outdoor", "Vista Outdoor camera", "cámara Vista Outdoor", false, 15900, "camera"),
            new Goods("Bell Pro", "Bell Pro video doorbell", "videoportero Bell Pro", true, 17900, "camera"),
            new Goods("Socket Duo", "Socket Duo smart plug", "enchufe Socket Duo", true, 2490, "device"),
            new Goods("Lumen", "Lumen desk lamp", "lámpara Lumen", false, 6900, "device"),
            new Goods("Aura 400", "Aura 400 air purifier", "purificador Aura 400", true, 21900, "device"),
            new Goods("Hub 2", "Hub 2", "central Hub 2", false, 8900, "device"),
            new Goods("Leak Guard", "Leak Guard sensor", "sensor Leak Guard", true, 3900, "device"),
            new Goods("Therma Valve", "Therma Valve radiator valve", "válvula Therma Valve", false, 5900, "thermostat"),
            new Goods("Shade", "Shade blind motor", "motor de persiana Shade", true, 12900, "device"));

    String name(Language language) {
        return language == Language.ES ? spanish : english;
    }

    /** Some of it, as far as the topic is about a kind of device. */
    static Goods any(String kind, Dice dice) {
        var fitting = ALL.stream()
                .filter(goods -> !List.of("camera", "thermostat").contains(kind) || goods.kind.equals(kind))
                .toList();
        return dice.pick(fitting);
    }
}
