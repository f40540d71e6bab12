package dev.hilo.config;

import java.util.List;

/** Settings that cannot be used: every problem at once, a line each. */
public final class ConfigInvalid extends RuntimeException {

    private final transient List<String> problems;

    public ConfigInvalid(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
