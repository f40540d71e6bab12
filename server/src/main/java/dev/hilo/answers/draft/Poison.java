package dev.hilo.answers.draft;

import java.util.regex.Pattern;

/**
 * What has no place in any answer, whoever wrote it: sentences of a document that speak to an assistant instead of a reader,
 * and requests for what no customer should send.
 */
final class Poison {

    private static final Pattern ORDER = Pattern.compile(
            "(?iu)(?:note|message|instructions?|attention|important)[ :]*(?:to|for) (?:the |any |all )?(?:ai|assistants?|(?:language )?models?|chat ?bots?|bots?|llms?)(?!\\p{L})"
                    + "|(?:ignore|disregard|forget|override) (?:all |any |the |your )*(?:previous|prior|above|earlier|other|system)? ?(?:instructions|rules|prompts?|polic(?:y|ies))"
                    + "|(?:system|developer) (?:prompt|message|override)(?!\\p{L})|^\\W*(?:system|developer|sistema)\\s*:"
                    + "|(?:tell|ask|urge) (?:every|all|each|the) (?:customers?|users?|people) (?:to|that)(?!\\p{L})"
                    + "|(?:nota|mensaje|instrucci[oó]n(?:es)?|atenci[oó]n|importante)[ :]*para (?:el |la |los |cualquier )?(?:asistentes?|ia|modelos?|bots?|chatbots?)(?!\\p{L})"
                    + "|(?:ignora|olvida|omite|descarta) (?:todas? |tus |las |los |cualquier )*(?:instrucciones|reglas|normas|[oó]rdenes)"
                    + "|(?:pide|di|dile|solicita) a (?:todos los |cada |los )?(?:clientes?|usuarios?) que(?!\\p{L})");

    private static final Pattern SECRET = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:send|tell|give|share|reply with|provide|text|mail|e-mail|email|forward|let us know|confirm to us|dictate|what is|may (?:i|we) have"
                    + "|env[ií](?:a|e|anos|enos|arnos|ad)?|env[ií]\\p{L}*|m[aá]nda\\p{L}*|indica\\p{L}*|ind[ií]que\\p{L}*|dinos|d[ií]ganos|decir(?:nos)?|dime|facil[ií]t\\p{L}*|comparte\\p{L}*|comparta\\p{L}*|proporci[oó]n\\p{L}*|confirma(?:nos)?|cu[aá]l es)"
                    + "(?!\\p{L}).{0,60}?(?<!\\p{L})(?:passwords?|passcode|pin|cvv|cvc|security codes?|one-time codes?|verification codes?|(?:card|account|credit card) (?:numbers?|details)|numbers? (?:of|on) (?:your|their|the) (?:card|account)"
                    + "|contraseñas?|clave|c[oó]digos? de (?:seguridad|verificaci[oó]n|un solo uso)|n[uú]meros? de (?:tu|su|la|tarjeta|cuenta)[\\p{L} ]{0,12}|datos de (?:tu|su|la) (?:tarjeta|cuenta))(?!\\p{L})");

    private static final Pattern NEVER =
            Pattern.compile("(?iu)(?<!\\p{L})(?:never|not|don['’]t|no|nunca|jam[aá]s|sin|without)(?!\\p{L})");

    private Poison() {}

    /** Whether it asks somebody to give away a password, a code or the numbers of a card. */
    static boolean asksForSecret(String sentence) {
        var found = SECRET.matcher(sentence);
        return found.find()
                && !NEVER.matcher(sentence.substring(0, found.start())).find();
    }

    private static boolean isOrder(String sentence) {
        return ORDER.matcher(sentence).find();
    }

    static boolean isPoison(String sentence) {
        return isOrder(sentence) || asksForSecret(sentence);
    }
}
