package dev.hilo.config;

import dev.hilo.db.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a start of Hilo is set to. {@link Setting} says what each part means.
 *
 * @param database empty for the embedded PostgreSQL
 * @param privateWebhooks whether webhooks may call addresses inside the installation's own network
 * @param knowledgeFolders whose files accounts may take in
 */
public record Config(
        Path home,
        Listening listening,
        boolean rateLimits,
        Optional<DatabaseUrl> database,
        int databasePool,
        Attachments attachments,
        Mail mail,
        boolean privateWebhooks,
        List<Path> knowledgeFolders,
        boolean sandbox,
        Logs logs) {

    /** @throws ConfigInvalid with every value that cannot be used */
    public static Config of(GivenSettings settings) {
        return new ConfigReader(settings).read();
    }

    /** The same with the controls for testing integrations, as in the demo. */
    public Config asSandbox() {
        return new Config(
                home,
                listening,
                rateLimits,
                database,
                databasePool,
                attachments,
                mail,
                privateWebhooks,
                knowledgeFolders,
                true,
                logs);
    }
}
