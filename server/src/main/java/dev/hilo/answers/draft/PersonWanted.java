package dev.hilo.answers.draft;

import dev.hilo.answers.text.Sentences;
import java.util.regex.Pattern;

/** Whether a customer asks for a person. */
public final class PersonWanted {

    private static final Pattern ENGLISH = Pattern.compile(
            "(?iu)\\b(?:(?:speak|talk|chat|connect me|put me through|transfer me|escalate (?:this|me)?)\\s*(?:to|with)\\s+(?:a|an|the|your|some|another)?\\s*"
                    + "(?:real |human |actual |live |senior )?(?:person|human|agent|someone|somebody|representative|rep|manager|supervisor|colleague|people|advisor)"
                    + "|(?:real|actual|live) (?:person|human|agent)|human being"
                    + "|(?:let|have|want|need) (?:a (?:real )?(?:person|human)|somebody|someone)\\b.{0,20}(?:call|phone|ring|answer|contact|talk|help)"
                    + "|not (?:a |with a |to a |talk(?:ing)? to a )?(?:bot|robot|machine|computer)|(?:no|stop the|enough of (?:the|this)) (?:bots?|automated (?:replies|answers|messages)))");
    private static final Pattern SPANISH = Pattern.compile(
            "(?iu)(?:(?:hablar|chatear|comunicarme|contactar|comunicar)\\s+con\\s+(?:una?|alg[uú]n|el|la|vuestro|su)?\\s*"
                    + "(?:persona|humano|agente|alguien|operador|responsable|encargad[oa]|supervisor|compañer[oa]|asesor)"
                    + "|hablar con alguien|persona (?:real|de verdad|humana)|ser humano|atenci[oó]n humana"
                    + "|(?:que )?(?:me )?(?:atienda|llame|conteste|responda) (?:una persona|alguien|un humano)"
                    + "|no (?:quiero|con) (?:hablar con )?(?:un |una )?(?:bot|robot|m[aá]quina))");

    private PersonWanted() {}

    public static boolean in(String text) {
        return Sentences.of(text).stream()
                .anyMatch(s -> ENGLISH.matcher(s).find() || SPANISH.matcher(s).find());
    }
}
