package dev.tautline.targets;

import dev.tautline.probe.ProbeTarget;
import java.util.List;

/// Two ways of one client to one server, as its configuration tells: through a pooler, and past it.
public record Bypass(List<ProbeTarget> through, List<ProbeTarget> past) {
    public Bypass {
        through = List.copyOf(through);
        past = List.copyOf(past);
    }
}
