package dev.hilo.config;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be set: its default, what it means, whether it is a secret. */
public enum Setting {
    HOME(".hilo/data", "Folder of everything Hilo keeps; the demo has its own, .hilo/demo"),
    CONFIG("hilo.conf in the home", "File of settings, a line each: HILO_PORT=8080"),
    HOST("127.0.0.1", "Address to listen on; 0.0.0.0 for every network of the machine"),
    PORT("8080", "Port for HTTP; 0 takes a free one"),
    TLS_PORT("8443", "Port for HTTPS; 0 takes a free one, off serves HTTP alone"),
    TLS_CERTIFICATE("self-made", "PEM file of the certificate and its chain; read again when it changes"),
    TLS_KEY("self-made", "PEM file of the certificate's private key, not encrypted"),
    TLS_NAMES("", "Further host names for the self-made certificate, separated by commas"),
    BASE_DOMAIN("localhost", "Domain under which each account has its host name, such as acme.localhost"),
    TRUSTED_PROXIES("", "Networks whose X-Forwarded-* headers are believed, such as 10.0.0.0/8,::1"),
    RATE_LIMITS("on", "Whether calls beyond an account's plan are refused: on, off"),
    DATABASE_URL("embedded", "A PostgreSQL of your own: postgres://user:password@host:5432/database", true),
    DATABASE_POOL("4 per processor, 8 to 64", "Connections to the database"),
    ATTACHMENTS("attachments in the home", "Folder of attached files, or s3://bucket/prefix"),
    S3_ENDPOINT("Amazon's", "Address of the S3-compatible store, such as https://minio.example.com"),
    S3_REGION("us-east-1", "Region of the bucket"),
    S3_ACCESS_KEY("", "Access key of the bucket"),
    S3_SECRET_KEY("", "Secret key of the bucket", true),
    SMTP_HOST("", "Mail server that sends for all mailboxes without one of their own; mail waits where there is none"),
    SMTP_PORT("587", "Its port"),
    SMTP_TLS("starttls", "How the way to it is guarded: on (from the first byte), starttls, if_offered, off"),
    SMTP_USER("", "Who logs in there, where it asks"),
    SMTP_PASSWORD("", "The password for it", true),
    REPLY_ADDRESS("plus", "Where Reply-To names the ticket: plus (support+t7-…@), subdomain (support@t7-….), off"),
    SANDBOX("off", "Whether integrations may be tested here: a clock that can be set, faults, a log of calls: on, off"),
    WEBHOOKS_ALLOW_PRIVATE("off", "Whether webhooks may call addresses inside your own network: on, off"),
    KNOWLEDGE_FOLDERS("", "Folders of this machine whose files accounts may take in as knowledge, separated by commas"),
    LOG_FORMAT("text", "How log lines are written: text, json"),
    LOG_LEVEL("info", "The least that is logged: error, warn, info, debug"),
    JAVA_OPTS("", "Further options for Java, after the launcher's own"),
    AOT("on", "Whether the launcher keeps a Java ahead-of-time cache for fast starts: on, off");

    private static final String PREFIX = "HILO_";

    private final String defaultText;
    private final String meaning;
    private final boolean secret;

    Setting(String defaultText, String meaning) {
        this(defaultText, meaning, false);
    }

    Setting(String defaultText, String meaning, boolean secret) {
        this.defaultText = defaultText;
        this.meaning = meaning;
        this.secret = secret;
    }

    /** Its name in the environment and in files. */
    public String key() {
        return PREFIX + name();
    }

    /** The default as it is shown; where it depends on other settings or on the machine, in words. */
    public String defaultText() {
        return defaultText;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isSecret() {
        return secret;
    }

    /** Whether the launcher reads it, and the server only shows it. */
    public boolean isForLauncher() {
        return this == JAVA_OPTS || this == AOT;
    }

    static boolean claims(String key) {
        return key.startsWith(PREFIX);
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    /** The setting whose name takes the fewest changed letters. */
    static Setting nearest(String key) {
        return Arrays.stream(values())
                .min((a, b) -> Integer.compare(distance(key, a.key()), distance(key, b.key())))
                .orElseThrow();
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= a.length(); row++) {
            int[] current = new int[b.length() + 1];
            current[0] = row;
            for (int column = 1; column <= b.length(); column++) {
                int changed = above[column - 1] + (a.charAt(row - 1) == b.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[b.length()];
    }
}
