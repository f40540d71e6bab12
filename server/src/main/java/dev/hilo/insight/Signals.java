package dev.hilo.insight;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the words of a message ask for by themselves, in English and Spanish. */
final class Signals {

    private static final Pattern CRITICAL = words(
            "emergency|immediately|life.threatening|security breach|data breach|hacked|fraud(?:ulent)?|stolen|(?:is|are|everything) down"
                    + "|outage|lawyer|legal action|police|production (?:is|system)|within the hour"
                    + "|emergencia|inmediatamente|hackead[oa]|fraude|robad[oa]|abogad[oa]|acciones legales|denuncia|ca[ií]do|polic[ií]a");
    private static final Pattern HIGH = words(
            "urgent(?:ly)?|asap|a\\.s\\.a\\.p|as soon as possible|right (?:now|away)|today|tonight|deadline|by tomorrow|can'?t wait"
                    + "|cannot wait|still (?:no|waiting|not)|third time|second time|again and again|blocked|locked out|time.sensitive"
                    + "|urgente(?:mente)?|urge|cuanto antes|lo antes posible|ahora mismo|hoy mismo|hoy|esta noche|ya mismo|sigo esperando"
                    + "|tercera vez|segunda vez|bloquead[oa]|plazo|antes de mañana");
    private static final Pattern NO_HURRY = words(
            "not urgent|no rush|no hurry|whenever you (?:can|have)|no es urgente|no corre prisa|sin prisa|cuando puedas|cuando puedan");
    private static final Pattern PERSON = words(
            "(?:speak|talk|chat|connect|transfer|put me through)\\s+(?:\\w+\\s+){0,3}(?:human|person|agent|representative|someone|somebody"
                    + "|manager|supervisor|operator|people)|(?:real|actual|live) (?:human|person|agent)|human (?:being|agent|support|please)"
                    + "|(?:call|phone|ring) me|not (?:a )?(?:bot|robot|machine)|stop (?:sending )?(?:the )?(?:bot|automatic|canned)"
                    + "|(?:hablar|comunicar(?:me)?|contactar|pasar(?:me)?|p[aá]s[ae]me|com[uú]n[ií]que(?:n)?me)\\s+(?:\\w+\\s+){0,3}(?:humano|persona"
                    + "|agente|alguien|encargad[oa]|supervisora?|responsable|asesora?|operadora?)|(?:persona|humano) (?:real|de verdad)"
                    + "|ll[aá]m[ae]n?me|no (?:con )?(?:un )?(?:bot|robot|m[aá]quina)");
    private static final Pattern BOUNCE = words(
            "undeliver(?:able|ed)|delivery status notification|mail delivery (?:failed|subsystem)"
                    + "|returned mail|delivery (?:has )?failed|mensaje no entregado|no se ha podido entregar|address not found");
    private static final Pattern AUTO_REPLY = words(
            "out of (?:the )?office|automatic reply|auto.?reply|autoresponse|i am (?:currently )?(?:away|on (?:holiday|vacation|leave))"
                    + "|this is an automat(?:ed|ic)|do not reply to this|on annual leave|maternity leave"
                    + "|fuera de la oficina|respuesta autom[aá]tica|estoy de vacaciones|ausente de la oficina|mensaje autom[aá]tico"
                    + "|no responda a este");
    private static final List<Pattern> SPAM = List.of(
            words(
                    "viagra|cialis|casino|lottery|jackpot|bitcoin (?:investment|profit)|crypto (?:investment|profit)|weight loss|payday"),
            words(
                    "seo (?:services?|agency|ranking)|rank (?:your|you) (?:website|site)|first page of google|backlinks?|guest post"
                            + "|posicionamiento seo|primera p[aá]gina de google"),
            words(
                    "congratulations you|you (?:have )?won|claim your (?:prize|reward)|inheritance|million (?:dollars|usd|euros)"
                            + "|has ganado|premio de|herencia de"),
            words(
                    "unsubscribe|opt.?out|limited time offer|act now|100% free|risk.free|click (?:here|below|this link)|haz clic aqu[ií]"
                            + "|darse de baja|oferta limitada|increase your (?:sales|traffic)|lead generation"));

    private Signals() {}

    static Urgency urgency(String text, Feeling feeling) {
        if (NO_HURRY.matcher(text).find()) return Urgency.NORMAL;
        boolean high = HIGH.matcher(text).find();
        long signs = CRITICAL.matcher(text).results().count() + (high ? 1 : 0) + (feeling == Feeling.NEGATIVE ? 1 : 0);
        if (CRITICAL.matcher(text).find()) return signs > 1 ? Urgency.CRITICAL : Urgency.HIGH;
        return high ? Urgency.HIGH : Urgency.NORMAL;
    }

    static boolean asksForPerson(String text) {
        return PERSON.matcher(text).find();
    }

    /**
     * Null for what a customer seems to have written.
     *
     * @param from the sender's address, null where there is none
     */
    static Automatic automatic(String subject, String text, String from) {
        String head = subject + "\n" + text.substring(0, Math.min(text.length(), 600));
        String sender = from == null ? "" : from.toLowerCase(Locale.ROOT);
        if (sender.startsWith("mailer-daemon@")
                || sender.startsWith("postmaster@")
                || BOUNCE.matcher(head).find()) {
            return Automatic.BOUNCE;
        }
        if (AUTO_REPLY.matcher(head).find()) return Automatic.AUTO_REPLY;
        long signs = SPAM.stream()
                .filter(sign -> sign.matcher(subject + "\n" + text).find())
                .count();
        return signs >= 2 ? Automatic.SPAM : null;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
