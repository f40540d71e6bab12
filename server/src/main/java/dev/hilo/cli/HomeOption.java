package dev.hilo.cli;

import dev.hilo.config.Config;
import dev.hilo.config.Given;
import dev.hilo.config.GivenSettings;
import dev.hilo.config.Setting;
import dev.hilo.logs.Logging;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option of every verb that works on an installation. */
class HomeOption {

    /** Set by the launcher to the folder it lies in. */
    private static final Path FOLDER = Path.of(System.getProperty("hilo.folder", ""));

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Folder of everything Hilo keeps; .hilo/data if not said, for the demo .hilo/demo")
    String home;

    Map<Setting, Given> options() {
        var options = new EnumMap<Setting, Given>(Setting.class);
        put(options, Setting.HOME, home, "--home");
        return options;
    }

    static void put(Map<Setting, Given> options, Setting setting, String text, String name) {
        if (text != null) options.put(setting, new Given(text, name));
    }

    GivenSettings settings() {
        return settings("data");
    }

    GivenSettings settings(String folder) {
        return GivenSettings.gather(FOLDER.resolve(".hilo", folder), System.getenv(), options());
    }

    /** The configuration of a verb that does one thing and tells only of trouble. */
    Config config() {
        var config = Config.of(settings());
        Logging.use(config.logs().withoutInfo());
        return config;
    }
}
