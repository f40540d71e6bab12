package dev.hilo.api;

import java.util.List;

/** Who joins and who leaves a group; the others stay. */
public record ChangeGroupAgents(@Required @Bounds(500) List<Member> agents) {

    /** @param deleted true to take the agent out */
    public record Member(@Required Long id, Boolean deleted) {}
}
