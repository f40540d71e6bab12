package dev.hilo.surveys;

import dev.hilo.accounts.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jdbi.v3.core.Handle;

/** Where the requester of a ticket rates it without a log-in: a path that only the account can make. */
public final class RatingLinks {

    public static final String PATH = "/help/rate";

    private static final int LENGTH = 18;

    private final Secrets secrets;

    public RatingLinks(Secrets secrets) {
        this.secrets = secrets;
    }

    public String path(Handle handle, long accountId, long ticketId, long requesterId) {
        return PATH + "?ticket=" + ticketId + "&key=" + key(handle, accountId, ticketId, requesterId);
    }

    boolean isOf(Handle handle, long accountId, long ticketId, long requesterId, String key) {
        byte[] own = key(handle, accountId, ticketId, requesterId).getBytes(StandardCharsets.UTF_8);
        return key != null && MessageDigest.isEqual(own, key.getBytes(StandardCharsets.UTF_8));
    }

    private String key(Handle handle, long accountId, long ticketId, long requesterId) {
        byte[] signed = secrets.of(handle, accountId).sign("rating\n" + ticketId + "\n" + requesterId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signed, LENGTH));
    }
}
