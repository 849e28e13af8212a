package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.ServerView;
import dev.tautline.diagnosis.Unit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One rate per another: what a single request asks for, whatever the traffic.
final class Ratio {
    /// Below one request a second, chance decides what a request asked for.
    private static final double FEWEST_PER_SECOND = 1;

    private Ratio() {}

    /// Null when either usual is unknown, or there is too little to divide by.
    static @Nullable Reading of(String what, Reading many, Reading few, Unit unit) {
        var usual = few.usual();
        if (usual == null || many.usual() == null || few.now() < FEWEST_PER_SECOND || usual < FEWEST_PER_SECOND) {
            return null;
        }
        return new Reading(what, many.now() / few.now(), many.usual() / usual, unit);
    }

    static @Nullable Reading borrowsPerRequest(InstanceView instance) {
        var requests = instance.requests().perSecond();
        var borrows = instance.pools().stream().map(PoolView::borrowsPerSecond).toList();
        if (requests == null || borrows.isEmpty() || borrows.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        return of("borrows per request", Reading.sum("borrows", borrows), requests, Unit.COUNT);
    }

    /// Of all instances that answer; null when none tells.
    static @Nullable Reading requests(Scene scene) {
        return sum(
                "requests over all instances",
                scene.instances().stream()
                        .filter(instance -> instance.silentSeconds() == 0)
                        .map(instance -> instance.requests().perSecond())
                        .filter(Objects::nonNull)
                        .toList());
    }

    /// Of all servers that answer; null when none tells.
    static @Nullable Reading statements(Scene scene) {
        return sum(
                "statements over all servers",
                scene.servers().stream()
                        .filter(server -> server.silentSeconds() == 0)
                        .map(ServerView::statementsPerSecond)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable Reading sum(String what, List<Reading> parts) {
        return parts.isEmpty() ? null : Reading.sum(what, parts);
    }
}
