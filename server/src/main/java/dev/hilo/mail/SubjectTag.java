package dev.hilo.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says in a subject which ticket a mail belongs to: {@code Re: [#17] Where is my parcel?}. In brackets and in front, so
 * that mail readers that put threads together by subject pass over it (RFC 5256 §2.1). Anybody can write one: it counts
 * only together with the sender.
 */
public final class SubjectTag {

    private static final Pattern TAG = Pattern.compile("\\[#([0-9]{1,18})]");

    private SubjectTag() {}

    /** The subject with the tag, once. */
    public static String on(String subject, long ticketId) {
        String tag = "[#" + ticketId + "]";
        return subject.contains(tag) ? subject : tag + " " + subject;
    }

    /** The ticket of the first tag. */
    public static Optional<Long> find(String subject) {
        var tag = TAG.matcher(subject == null ? "" : subject);
        return tag.find() ? Optional.of(Long.parseLong(tag.group(1))) : Optional.empty();
    }
}
