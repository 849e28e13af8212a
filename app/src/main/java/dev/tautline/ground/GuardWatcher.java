package dev.tautline.ground;

import dev.tautline.published.GuardIncident;
import dev.tautline.published.GuardReader;
import dev.tautline.published.GuardSilent;
import dev.tautline.published.Usual;
import dev.tautline.scoring.Page;
import dev.tautline.scoring.Watcher;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tautline as a watcher among others: what its dashboard publishes, read four times a second and put down as pages,
/// one for each thing that changed. What was said once stays said. Thread-safe.
public final class GuardWatcher implements Watcher {
    /// The name under which it is scored.
    public static final String NAME = "tautline";

    private static final Duration PERIOD = Duration.ofMillis(250);

    private final GuardReader reader;
    private final Clock clock;
    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private final Map<String, Told> told = new HashMap<>();
    private final Thread thread;
    private volatile List<GuardIncident> incidents = List.of();

    /// What was last told of an incident.
    private record Told(
            boolean open, @Nullable String cause, @Nullable Instant namedAt, Set<String> ruledOut) {}

    /// Reads from now on.
    public GuardWatcher(URI dashboard, Clock clock) {
        this.reader = new GuardReader(dashboard);
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("guard-watcher").start(this::read);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isReady() {
        try {
            return Usual.known(reader.state());
        } catch (GuardSilent notYet) {
            return false;
        }
    }

    @Override
    public boolean isCalm() {
        return incidents.stream().noneMatch(GuardIncident::open);
    }

    @Override
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    /// All incidents as last read, the newest first.
    public List<GuardIncident> incidents() {
        return incidents;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }

    private void read() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                incidents = reader.incidents();
                incidents.reversed().forEach(this::note);
                Thread.sleep(PERIOD);
            } catch (GuardSilent later) {
                if (!rest()) {
                    return;
                }
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(PERIOD);
            return true;
        } catch (InterruptedException closed) {
            return false;
        }
    }

    private void note(GuardIncident incident) {
        var cause = incident.cause() == null ? null : incident.cause().id();
        var now = new Told(
                incident.open(),
                cause,
                incident.namedAt(),
                incident.ruledOut().stream().map(GuardIncident.RuledOut::id).collect(Collectors.toSet()));
        var before = told.put(incident.id(), now);
        if (before == null) {
            page(incident, incident.detectedAt(), Optional.empty(), Set.of());
        } else if (now.open() && !before.open()) {
            // Symptoms are back: that is told, and the former cause is not told anew.
            page(incident, clock.instant(), Optional.empty(), Set.of());
        }
        boolean same = before != null
                && Objects.equals(now.cause(), before.cause())
                && Objects.equals(now.namedAt(), before.namedAt())
                && now.ruledOut().equals(before.ruledOut());
        if (!same) {
            page(incident, at(incident, before), Optional.ofNullable(cause), now.ruledOut());
        }
    }

    /// The guard's own time for a cause that it has just named; what came later is as old as it was read.
    private Instant at(GuardIncident incident, @Nullable Told before) {
        var named = incident.namedAt();
        if (named == null || (before != null && named.equals(before.namedAt()))) {
            return clock.instant();
        }
        return named;
    }

    private void page(GuardIncident incident, Instant at, Optional<String> cause, Set<String> ruledOut) {
        pages.add(new Page(NAME, incident.id(), at, true, cause.orElse("detected"), cause, ruledOut));
    }
}
