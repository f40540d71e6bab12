package dev.hilo.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.hilo.accounts.Secrets;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The signing secrets and header values of subscriptions; they lie sealed in the database, and are opened here alone. */
public final class WebhookSecrets {

    private static final String SECRET = "webhook secret";
    private static final String HEADERS = "webhook headers";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Secrets secrets;

    public WebhookSecrets(Database database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    static String fresh() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return "whsec_" + HexFormat.of().formatHex(bytes);
    }

    byte[] seal(Handle handle, long accountId, String secret) {
        return secrets.of(handle, accountId).seal(SECRET, secret.getBytes(StandardCharsets.UTF_8));
    }

    byte[] sealHeaders(Handle handle, long accountId, Map<String, Object> headers) {
        try {
            return secrets.of(handle, accountId).seal(HEADERS, Json.MAPPER.writeValueAsBytes(headers));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that a receiver may still check with: the newest, and the one before it for its last day. */
    List<String> inForce(WebhookRow webhook, Instant now) {
        var account = database.read(h -> secrets.of(h, webhook.accountId()));
        var list = new ArrayList<String>();
        list.add(new String(account.open(SECRET, webhook.sealedSecret()), StandardCharsets.UTF_8));
        if (webhook.sealedOldSecret() != null && now.isBefore(webhook.oldSecretUntil())) {
            list.add(new String(account.open(SECRET, webhook.sealedOldSecret()), StandardCharsets.UTF_8));
        }
        return list;
    }

    Map<String, String> headers(WebhookRow webhook) {
        if (webhook.sealedHeaders() == null) return Map.of();
        var account = database.read(h -> secrets.of(h, webhook.accountId()));
        try {
            return Json.MAPPER.readValue(
                    account.open(HEADERS, webhook.sealedHeaders()), new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
