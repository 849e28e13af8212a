package dev.tautline.probe;

import dev.tautline.probe.evidence.NameSource;
import dev.tautline.probe.name.NameInspector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Where a name comes from, found out while the ladder climbs, so that it costs no time.
///
/// @param running null when nobody asks
record NameLookup(@Nullable FutureTask<NameSource> running) {
    static final NameLookup NONE = new NameLookup(null);

    /// What is not known when the climbs are over is waited for no longer than this.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    static NameLookup start(Addresses addresses) {
        boolean literal = addresses.all().getFirst().getHostAddress().equals(addresses.host())
                || addresses.host().contains(":");
        if (literal) {
            return NONE;
        }
        var task = new FutureTask<>(
                () -> new NameSource(NameInspector.ofThisMachine().inspect(addresses.host())));
        Thread.ofVirtual().name("probe-names").start(task);
        return new NameLookup(task);
    }

    List<LadderResult> addTo(List<LadderResult> climbs) {
        if (running == null) {
            return climbs;
        }
        try {
            var source = running.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            return climbs.stream().map(climb -> climb.and(source)).toList();
        } catch (TimeoutException tooLate) {
            running.cancel(true);
            return climbs;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the inspection of a name failed in a way that it does not declare", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the origin of a name was looked for");
        }
    }
}
