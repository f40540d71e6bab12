package dev.hilo.cli;

import dev.hilo.config.Given;
import dev.hilo.config.Setting;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of the verbs that start a server. */
final class ListenOptions extends HomeOption {

    @Option(names = "--port", paramLabel = "PORT", description = "Port for HTTP; 8080 if not said, 0 takes a free one")
    String port;

    @Option(
            names = "--tls-port",
            paramLabel = "PORT",
            description = "Port for HTTPS; 8443 if not said, 0 takes a free one, off serves HTTP alone")
    String tlsPort;

    @Override
    Map<Setting, Given> options() {
        var options = super.options();
        put(options, Setting.PORT, port, "--port");
        put(options, Setting.TLS_PORT, tlsPort, "--tls-port");
        return options;
    }
}
