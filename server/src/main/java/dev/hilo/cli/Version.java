package dev.hilo.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar that runs. */
public final class Version implements IVersionProvider {

    public static String text() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Hilo " + text() + ", Java " + Runtime.version()};
    }
}
