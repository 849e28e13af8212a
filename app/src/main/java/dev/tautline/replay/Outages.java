package dev.tautline.replay;

import java.util.List;
import java.util.Optional;

/// The outages that can be replayed.
public final class Outages {
    private static final List<Outage> ALL = List.of(new MovedNode(), new ShrunkPool());

    private Outages() {}

    public static List<String> ids() {
        return ALL.stream().map(Outage::id).toList();
    }

    static Optional<Outage> find(String id) {
        return ALL.stream().filter(outage -> outage.id().equals(id)).findFirst();
    }
}
