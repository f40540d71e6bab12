package dev.hilo.db;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a PostgreSQL database is and who Hilo is there.
 *
 * @param jdbc the address in JDBC's form, without user and password
 */
public record DatabaseUrl(String jdbc, String user, String password) {

    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://"
                    + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<hosts>[^/?@]*)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

    /** The names that libpq, and with it every hosting company, gives to settings that JDBC calls otherwise. */
    private static final Map<String, String> JDBC_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding");

    /** Reads {@code postgres://user:password@host:port/database?sslmode=…}, {@code postgresql://…} or {@code jdbc:postgresql://…}. */
    public static DatabaseUrl parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw unreadable("it is not of the form postgres://user:password@host:5432/database");
        }
        var settings = settings(form.group("query"));
        var user = login(form, settings, "user");
        var password = login(form, settings, "password");
        if (user.isEmpty()) {
            throw unreadable("it names no user");
        }
        return new DatabaseUrl(jdbc(form, settings, user), user, password);
    }

    private static String jdbc(Matcher form, Map<String, String> settings, String user) {
        var database = form.group("database");
        var named = database == null || database.isEmpty() ? encode(user) : database;
        var hosts = form.group("hosts").isEmpty() ? "localhost" : form.group("hosts");
        var query = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + encode(setting.getValue()))
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + hosts + "/" + named + (query.isEmpty() ? "" : "?" + query);
    }

    private static String login(Matcher form, Map<String, String> settings, String name) {
        var setting = settings.remove(name);
        var inUrl = form.group(name);
        return inUrl != null ? decode(inUrl) : setting != null ? setting : "";
    }

    private static Map<String, String> settings(String query) {
        var settings = new LinkedHashMap<String, String>();
        if (query != null && !query.isEmpty()) {
            for (var setting : query.split("&")) {
                var parts = setting.split("=", 2);
                settings.put(JDBC_NAMES.getOrDefault(parts[0], parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return settings;
    }

    /** A plus is a plus: in a password it is no space. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable("a % in it is not followed by two hexadecimal digits (write a plain % as %25)");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static DatabaseUnavailable unreadable(String reason) {
        return new DatabaseUnavailable("The database's URL cannot be read: " + reason);
    }

    /** Host, port and database, for messages. */
    public String address() {
        return jdbc.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return user + "@" + address();
    }
}
