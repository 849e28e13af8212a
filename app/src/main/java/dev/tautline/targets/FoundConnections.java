package dev.tautline.targets;

import java.util.List;

/// The connections of a configuration: those that can be tried as the application would, and the rest.
public record FoundConnections(List<FoundTarget> targets, List<NotProbed> rest) {
    public FoundConnections {
        targets = List.copyOf(targets);
        rest = List.copyOf(rest);
    }
}
