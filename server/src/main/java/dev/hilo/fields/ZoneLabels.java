package dev.hilo.fields;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The time zones of people by their Rails names, each with its label, as the contacts' field was recorded to list them.
 */
final class ZoneLabels {

    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        """
        -12:00 International Date Line West
        -11:00 American Samoa; Midway Island
        -10:00 Hawaii
        -09:00 Alaska
        -08:00 Pacific Time (US & Canada); Tijuana
        -07:00 Arizona; Mazatlan; Mountain Time (US & Canada)
        -06:00 Central America; Central Time (US & Canada); Chihuahua; Guadalajara; Mexico City; Monterrey; Saskatchewan
        -05:00 Bogota; Eastern Time (US & Canada); Indiana (East); Lima; Quito
        -04:00 Atlantic Time (Canada); Caracas; Georgetown; La Paz; Puerto Rico; Santiago
        -03:30 Newfoundland
        -03:00 Brasilia; Buenos Aires; Montevideo
        -02:00 Greenland; Mid-Atlantic
        -01:00 Azores; Cape Verde Is.
        +00:00 Edinburgh; Lisbon; London; Monrovia; UTC
        +01:00 Amsterdam; Belgrade; Berlin; Bern; Bratislava; Brussels; Budapest; Casablanca; Copenhagen; Dublin
        +01:00 Ljubljana; Madrid; Paris; Prague; Rome; Sarajevo; Skopje; Stockholm; Vienna; Warsaw; West Central Africa
        +01:00 Zagreb; Zurich
        +02:00 Athens; Bucharest; Cairo; Harare; Helsinki; Jerusalem; Kaliningrad; Kyiv; Pretoria; Riga; Sofia; Tallinn
        +02:00 Vilnius
        +03:00 Baghdad; Istanbul; Kuwait; Minsk; Moscow; Nairobi; Riyadh; St. Petersburg; Volgograd
        +03:30 Tehran
        +04:00 Abu Dhabi; Baku; Muscat; Samara; Tbilisi; Yerevan
        +04:30 Kabul
        +05:00 Almaty; Ekaterinburg; Islamabad; Karachi; Tashkent
        +05:30 Chennai; Kolkata; Mumbai; New Delhi; Sri Jayawardenepura
        +05:45 Kathmandu
        +06:00 Astana; Dhaka; Urumqi
        +06:30 Rangoon
        +07:00 Bangkok; Hanoi; Jakarta; Krasnoyarsk; Novosibirsk
        +08:00 Beijing; Chongqing; Hong Kong; Irkutsk; Kuala Lumpur; Perth; Singapore; Taipei; Ulaanbaatar
        +09:00 Osaka; Sapporo; Seoul; Tokyo; Yakutsk
        +09:30 Adelaide; Darwin
        +10:00 Brisbane; Canberra; Guam; Hobart; Melbourne; Port Moresby; Sydney; Vladivostok
        +11:00 Magadan; New Caledonia; Solomon Is.; Srednekolymsk
        +12:00 Auckland; Fiji; Kamchatka; Marshall Is.; Wellington
        +12:45 Chatham Is.
        +13:00 Nuku'alofa; Samoa; Tokelau Is.
        """.lines().forEach(ZoneLabels::add);
    }

    private ZoneLabels() {}

    private static void add(String line) {
        for (String name : line.substring(7).split("; ")) ALL.put(name, "(GMT" + line.substring(0, 6) + ") " + name);
    }
}
