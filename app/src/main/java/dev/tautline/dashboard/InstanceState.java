package dev.tautline.dashboard;

import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.RequestView;
import dev.tautline.diagnosis.Symptoms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One application instance as its agent tells it.
///
/// @param status `well`, `suffering`, or `silent` while its agent does not answer
record InstanceState(
        String service,
        String name,
        String status,
        double silentSeconds,
        @Nullable Instant startedAt,
        Requests requests,
        List<Pool> pools,
        @Nullable Instant since,
        @Nullable LastIncident lastIncident) {
    /// Requests of the last seconds; `failed` and `slow` are shares, 0 to 1.
    record Requests(
            int answered,
            double failed,
            double slow,
            @Nullable Measure perSecond,
            @Nullable Measure p95,
            @Nullable Measure waiting,
            @Nullable Measure holding,
            @Nullable Measure own) {
        static Requests of(RequestView view) {
            return new Requests(
                    view.answered(),
                    view.errors(),
                    view.slow(),
                    Measure.of(view.perSecond()),
                    Measure.of(view.totalP95()),
                    Measure.of(view.waiting()),
                    Measure.of(view.holding()),
                    Measure.of(view.own()));
        }
    }

    /// One connection pool. `pending` requests wait for a connection; `acquireTimeouts` gave up in the last seconds.
    record Pool(
            String name,
            List<String> hosts,
            int maximum,
            int active,
            int idle,
            int pending,
            int total,
            int acquireTimeouts,
            boolean exhausted,
            boolean starved,
            @Nullable Measure acquireP95,
            @Nullable Measure hold) {
        static Pool of(PoolView view) {
            return new Pool(
                    view.name(),
                    view.hosts(),
                    view.maximum(),
                    view.active(),
                    view.idle(),
                    view.pending(),
                    view.total(),
                    view.acquireTimeouts(),
                    view.exhausted(),
                    view.starved(),
                    Measure.of(view.acquireP95()),
                    Measure.of(view.hold()));
        }
    }

    static InstanceState of(InstanceView view, Symptoms symptoms, Standing standing) {
        var status = view.silentSeconds() > 0 ? "silent" : symptoms.on(view.name()) ? "suffering" : "well";
        return new InstanceState(
                view.service(),
                view.name(),
                status,
                view.silentSeconds(),
                Millis.ofNullable(view.startedAt()),
                Requests.of(view.requests()),
                view.pools().stream().map(Pool::of).toList(),
                standing.since(view.name(), status, view),
                standing.lastIncident(view.name()));
    }
}
