package dev.tautline.targets;

import java.util.List;

/// The connections of a configuration: those that can be tried as the application would, and the rest.
///
/// @param bypasses which of the targets lead past the pooler of which others
public record FoundConnections(List<FoundTarget> targets, List<NotProbed> rest, List<Bypass> bypasses) {
    public FoundConnections {
        targets = List.copyOf(targets);
        rest = List.copyOf(rest);
        bypasses = List.copyOf(bypasses);
    }
}
