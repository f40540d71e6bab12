package dev.hilo.api;

/** A step of the way from a category down to a folder or article. */
public record SolutionLevel(int level, String type, Data data) {

    /** What stands at that step. */
    public record Data(long id, String name, String language) {}
}
