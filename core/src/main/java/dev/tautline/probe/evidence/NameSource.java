package dev.tautline.probe.evidence;

import dev.tautline.probe.name.NameOrigin;

/// RESOLVE, beside the system's resolver: where the addresses come from, and how long they are remembered.
public record NameSource(NameOrigin origin) implements Evidence {
    @Override
    public String words() {
        return origin.words();
    }
}
