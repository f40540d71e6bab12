package dev.hilo.fields;

import java.util.LinkedHashMap;
import java.util.Map;

/** The languages of people, code to name, as the contacts' field was recorded to list them. */
public final class Languages {

    public static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        """
        ar Arabic
        bs Bosnian
        bg Bulgarian
        ca Catalan
        zh-CN Chinese
        zh-TW Chinese (Traditional)
        hr Croatian
        cs Czech
        da Danish
        nl Dutch
        en English
        en-GB English (UK)
        et Estonian
        fil Filipino
        fi Finnish
        fr French
        de German
        el Greek
        he Hebrew
        hi Hindi
        hu Hungarian
        is Icelandic
        id Indonesian
        it Italian
        ja-JP Japanese
        ko Korean
        lv-LV Latvian
        lt Lithuanian
        ms Malay
        nb-NO Norwegian
        pl Polish
        pt-BR Portuguese (BR)
        pt-PT Portuguese/Portugal
        ro Romanian
        ru-RU Russian
        sr Serbian
        sk Slovak
        sl Slovenian
        es Spanish
        es-LA Spanish (Latin America)
        sv-SE Swedish
        th Thai
        tr Turkish
        uk Ukrainian
        vi Vietnamese
        """.lines()
                .forEach(line -> ALL.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
    }

    private Languages() {}
}
