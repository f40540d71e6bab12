package dev.hilo.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was set, and where. A command-line option beats the environment, which beats the file; what nobody set has its
 * default. An empty value sets nothing.
 */
public final class GivenSettings {

    private static final String ENVIRONMENT = "environment";

    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();
    private final Path defaultHome;

    private GivenSettings(Path defaultHome) {
        this.defaultHome = defaultHome;
    }

    /**
     * Gathers the settings.
     *
     * @param defaultHome the home where none is set
     * @param options what the command line says, by setting
     * @throws ConfigInvalid when a key is unknown or the file cannot be read
     */
    public static GivenSettings gather(Path defaultHome, Map<String, String> environment, Map<Setting, Given> options) {
        var settings = new GivenSettings(defaultHome);
        settings.add(environment, ENVIRONMENT);
        settings.given.putAll(options);
        settings.addFile();
        if (!settings.problems.isEmpty()) throw new ConfigInvalid(settings.problems);
        return settings;
    }

    /** The file is found by what beats it, and so comes last and yields to what is there. */
    private void addFile() {
        boolean named = given.containsKey(Setting.CONFIG);
        var file = named ? Path.of(given.get(Setting.CONFIG).text()) : home().resolve("hilo.conf");
        if (!named && !Files.exists(file)) return;
        var values = ConfigFile.read(file, problems);
        if (values.containsKey(Setting.CONFIG.key())) problems.add(file + ": HILO_CONFIG cannot be set in a file");
        if (!named && values.containsKey(Setting.HOME.key())) {
            problems.add(file + ": HILO_HOME cannot be set in the home's own file");
        }
        var before = new EnumMap<>(given);
        add(values, file.toString());
        given.putAll(before);
    }

    private void add(Map<String, String> values, String source) {
        values.forEach((key, text) -> {
            var setting = Setting.named(key);
            if (setting.isEmpty()) {
                refuseUnknown(key, source);
            } else if (!text.isBlank()) {
                given.put(setting.get(), new Given(text.strip(), source));
            }
        });
    }

    /** The environment is full of other programs' variables; a file is all ours. */
    private void refuseUnknown(String key, String source) {
        if (source.equals(ENVIRONMENT) && !Setting.claims(key)) return;
        problems.add("Unknown setting " + key + " (" + source + "). Did you mean "
                + Setting.nearest(key).key() + "?");
    }

    /** The folder of everything Hilo keeps. */
    public Path home() {
        var set = given.get(Setting.HOME);
        return (set == null ? defaultHome : Path.of(set.text()))
                .toAbsolutePath()
                .normalize();
    }

    public Optional<Given> find(Setting setting) {
        return Optional.ofNullable(given.get(setting));
    }

    /** The value as it may be shown: secrets masked. */
    public String shown(Setting setting) {
        return switch (setting) {
            case HOME -> home().toString();
            case DATABASE_URL ->
                find(setting)
                        .map(Given::text)
                        .map(GivenSettings::withoutPassword)
                        .orElse(setting.defaultText());
            default ->
                find(setting)
                        .map(value -> setting.isSecret() ? Secret.MASK : value.text())
                        .orElse(setting.defaultText());
        };
    }

    private static String withoutPassword(String url) {
        return url.replaceFirst("//([^:@/?]*):[^@/?]*@", "//$1:" + Secret.MASK + "@")
                .replaceAll("(?i)([?&](?:ssl)?password=)[^&]*", "$1" + Secret.MASK);
    }

    public String sourceOf(Setting setting) {
        return find(setting).map(Given::source).orElse("default");
    }
}
