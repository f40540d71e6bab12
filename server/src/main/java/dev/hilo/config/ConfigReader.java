package dev.hilo.config;

import dev.hilo.db.Database;
import dev.hilo.db.DatabaseUnavailable;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.mail.ReplyToken;
import dev.hilo.web.Network;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Turns texts into values and notes every text that is none. */
final class ConfigReader {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
    private static final Pattern DOMAIN = Pattern.compile("(?:\\*\\.)?[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})*");
    private static final Pattern BUCKET = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?))?/?");

    private final GivenSettings settings;
    private final List<String> problems = new ArrayList<>();

    ConfigReader(GivenSettings settings) {
        this.settings = settings;
    }

    Config read() {
        var config = new Config(
                settings.home(),
                listening(),
                read(Setting.RATE_LIMITS, "on or off", ConfigReader::onOrOff).orElse(true),
                database(),
                read(Setting.DATABASE_POOL, "a number from 1 to 1000", text -> number(text, 1, 1000))
                        .orElseGet(Database::defaultPoolSize),
                attachments(),
                new Mail(relay(), replyPlace()),
                read(Setting.WEBHOOKS_ALLOW_PRIVATE, "on or off", ConfigReader::onOrOff)
                        .orElse(false),
                readList(Setting.KNOWLEDGE_FOLDERS, "folders that exist", ConfigReader::existing),
                read(Setting.SANDBOX, "on or off", ConfigReader::onOrOff).orElse(false),
                logs());
        read(Setting.AOT, "on or off", ConfigReader::onOrOff);
        if (!problems.isEmpty()) throw new ConfigInvalid(problems);
        return config;
    }

    private Listening listening() {
        return new Listening(
                read(Setting.HOST, "a host name or an address", text -> matching(HOST, text))
                        .orElse("127.0.0.1"),
                read(Setting.PORT, "a port from 0 to 65535", ConfigReader::port).orElse(8080),
                read(Setting.TLS_PORT, "a port from 0 to 65535, or off", ConfigReader::portOrOff)
                        .orElse(OptionalInt.of(8443)),
                certificate(),
                readList(Setting.TLS_NAMES, "host names separated by commas", text -> matching(DOMAIN, text)),
                read(Setting.BASE_DOMAIN, "a domain such as example.com", text -> matching(DOMAIN, text))
                        .orElse("localhost"),
                readList(Setting.TRUSTED_PROXIES, "networks such as 10.0.0.0/8,::1", Network::parse));
    }

    private Optional<Listening.Certificate> certificate() {
        var chain = read(Setting.TLS_CERTIFICATE, "a file that exists", ConfigReader::existing);
        var key = read(Setting.TLS_KEY, "a file that exists", ConfigReader::existing);
        if (isSet(Setting.TLS_CERTIFICATE) != isSet(Setting.TLS_KEY)) {
            problems.add("HILO_TLS_CERTIFICATE and HILO_TLS_KEY are set together or not at all");
        }
        return chain.flatMap(c -> key.map(k -> new Listening.Certificate(c, k)));
    }

    /** The reason never repeats the text: it holds a password. */
    private Optional<DatabaseUrl> database() {
        try {
            return settings.find(Setting.DATABASE_URL).map(Given::text).map(DatabaseUrl::parse);
        } catch (DatabaseUnavailable e) {
            problems.add("HILO_DATABASE_URL (" + settings.sourceOf(Setting.DATABASE_URL) + "): " + e.getMessage());
            return Optional.empty();
        }
    }

    private Attachments attachments() {
        var text = settings.find(Setting.ATTACHMENTS).map(Given::text).orElse("attachments");
        if (!text.startsWith("s3:"))
            return new Attachments.Folder(settings.home().resolve(text));
        var form = BUCKET.matcher(text);
        if (!form.matches()) refuse(Setting.ATTACHMENTS, "a folder or s3://bucket/prefix");
        if (!isSet(Setting.S3_ACCESS_KEY) || !isSet(Setting.S3_SECRET_KEY)) {
            problems.add("A bucket for attachments needs HILO_S3_ACCESS_KEY and HILO_S3_SECRET_KEY");
        }
        return new Attachments.Bucket(
                form.matches() ? form.group(1) : "",
                form.matches() && form.group(2) != null ? form.group(2) : "",
                read(Setting.S3_ENDPOINT, "an address such as https://minio.example.com", ConfigReader::address),
                read(Setting.S3_REGION, "a region", text1 -> text1).orElse("us-east-1"),
                read(Setting.S3_ACCESS_KEY, "a key", key -> key).orElse(""),
                read(Setting.S3_SECRET_KEY, "a key", Secret::new).orElse(new Secret("")));
    }

    private Optional<Mail.Relay> relay() {
        var host = read(Setting.SMTP_HOST, "a host name or an address", text -> matching(HOST, text));
        var port = read(Setting.SMTP_PORT, "a port from 1 to 65535", text -> number(text, 1, 65_535));
        var tls = read(Setting.SMTP_TLS, "on, starttls, if_offered or off", text -> named(Mail.Tls.class, text));
        var user = read(Setting.SMTP_USER, "a name", text -> text);
        var password = read(Setting.SMTP_PASSWORD, "a password", Secret::new);
        if (user.isPresent() != password.isPresent()) {
            problems.add("HILO_SMTP_USER and HILO_SMTP_PASSWORD are set together or not at all");
        }
        return host.map(h -> new Mail.Relay(
                h, port.orElse(587), tls.orElse(Mail.Tls.STARTTLS), user, password.orElse(new Secret(""))));
    }

    private Optional<ReplyToken.Place> replyPlace() {
        var off = settings.find(Setting.REPLY_ADDRESS).map(Given::text).filter("off"::equals);
        if (off.isPresent()) return Optional.empty();
        return read(Setting.REPLY_ADDRESS, "plus, subdomain or off", text -> named(ReplyToken.Place.class, text))
                .or(() -> Optional.of(ReplyToken.Place.PLUS));
    }

    private Logs logs() {
        return new Logs(
                read(Setting.LOG_FORMAT, "text or json", text -> named(Logs.Format.class, text))
                        .orElse(Logs.Format.TEXT),
                read(Setting.LOG_LEVEL, "error, warn, info or debug", text -> named(Logs.Level.class, text))
                        .orElse(Logs.Level.INFO));
    }

    private boolean isSet(Setting setting) {
        return settings.find(setting).isPresent();
    }

    /** Empty when nobody set it or when the text is no such value, which is then a problem. */
    private <T> Optional<T> read(Setting setting, String expected, Function<String, T> parse) {
        try {
            return settings.find(setting).map(Given::text).map(parse);
        } catch (IllegalArgumentException e) {
            refuse(setting, expected);
            return Optional.empty();
        }
    }

    private <T> List<T> readList(Setting setting, String expected, Function<String, T> parse) {
        return read(
                        setting,
                        expected,
                        text -> Arrays.stream(text.split(","))
                                .map(String::strip)
                                .filter(part -> !part.isEmpty())
                                .map(parse)
                                .toList())
                .orElse(List.of());
    }

    private void refuse(Setting setting, String expected) {
        problems.add("%s (%s) must be %s, not %s"
                .formatted(setting.key(), settings.sourceOf(setting), expected, settings.shown(setting)));
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) throw new IllegalArgumentException(text);
        return number;
    }

    private static int port(String text) {
        return number(text, 0, 65_535);
    }

    private static OptionalInt portOrOff(String text) {
        return text.equals("off") ? OptionalInt.empty() : OptionalInt.of(port(text));
    }

    private static boolean onOrOff(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> true;
            case "off", "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) throw new IllegalArgumentException(text);
        return text;
    }

    private static Path existing(String text) {
        var path = Path.of(text).toAbsolutePath();
        if (!Files.isReadable(path)) throw new IllegalArgumentException(text);
        return path;
    }

    private static URI address(String text) {
        var uri = URI.create(text);
        if (uri.getHost() == null || !uri.getScheme().matches("https?")) throw new IllegalArgumentException(text);
        return uri;
    }
}
