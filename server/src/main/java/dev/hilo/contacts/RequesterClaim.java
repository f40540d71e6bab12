package dev.hilo.contacts;

/** Who is said to ask: an id, or what a contact is known by. Any part may be null. */
public record RequesterClaim(
        Long requesterId,
        String email,
        String phone,
        String twitterId,
        String facebookId,
        String uniqueExternalId,
        String name) {

    /** What is blank says nothing, except for an e-mail, which is then wrong. */
    RequesterClaim withoutBlanks() {
        return new RequesterClaim(
                requesterId, email, said(phone), said(twitterId), said(facebookId), said(uniqueExternalId), said(name));
    }

    private static String said(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    boolean isEmpty() {
        return email == null && phone == null && twitterId == null && facebookId == null && uniqueExternalId == null;
    }

    boolean isFacebookAlone() {
        return facebookId != null && email == null && phone == null && twitterId == null && uniqueExternalId == null;
    }
}
