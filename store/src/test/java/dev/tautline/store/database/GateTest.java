package dev.tautline.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void refusesWhoeverFindsNoRoomInTime() throws Exception {
        var gate = gate(1, SHORT);
        gate.enter(errand(Lane.BUY));

        assertThatThrownBy(() -> gate.enter(errand(Lane.BUY)))
                .isInstanceOf(GateRefusal.class)
                .hasMessageContaining("no room");
        gate.leave(Lane.BUY);
        gate.enter(errand(Lane.BUY));
    }

    @Test
    void waitsNoLongerThanTheErrandHasLeft() throws Exception {
        var gate = gate(1, LONG);
        gate.enter(errand(Lane.BUY));

        assertThatThrownBy(() -> gate.enter(Errand.in(Lane.BUY, SHORT))).hasMessageContaining("no room");
    }

    @Test
    void letsThePayingInBeforeThoseWhoLookAndBothBeforeJobs() throws Exception {
        var gate = gate(1, LONG);
        gate.enter(errand(Lane.BUY));
        var order = Collections.synchronizedList(new java.util.ArrayList<Lane>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var lane : List.of(Lane.JOBS, Lane.ADMIN, Lane.BROWSE, Lane.BUY)) {
                var before = gate.waitingCount();
                threads.execute(() -> passThrough(gate, lane, order));
                await(() -> gate.waitingCount() > before);
            }
            gate.leave(Lane.BUY);
        }

        assertThat(order).containsExactly(Lane.BUY, Lane.BROWSE, Lane.ADMIN, Lane.JOBS);
    }

    @Test
    void keepsALaneFromFillingThePool() throws Exception {
        var gate = new Gate("gate", 4, Map.of(Lane.JOBS, new Gate.Limit(1, SHORT), Lane.BUY, new Gate.Limit(4, SHORT)));
        gate.enter(errand(Lane.JOBS));

        assertThatThrownBy(() -> gate.enter(errand(Lane.JOBS))).isInstanceOf(GateRefusal.class);
        gate.enter(errand(Lane.BUY));
    }

    @Test
    void refusesAtOnceWhileItIsShutThoseWhoWaitIncluded() throws Exception {
        var gate = gate(1, LONG);
        gate.enter(errand(Lane.BUY));
        var refused = new CopyOnWriteArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> {
                try {
                    gate.enter(errand(Lane.BUY));
                } catch (GateRefusal refusal) {
                    refused.add(String.valueOf(refusal.getMessage()));
                }
            });
            await(() -> gate.waitingCount() == 1);
            gate.shut("the database is away");
        }

        assertThat(refused).singleElement().asString().contains("the database is away");
        assertThatThrownBy(() -> gate.enter(errand(Lane.BUY))).hasMessageContaining("shut");
        gate.open();
        gate.leave(Lane.BUY);
        gate.enter(errand(Lane.BUY));
    }

    private static Gate gate(int width, Duration wait) {
        return new Gate(
                "gate",
                width,
                Map.of(
                        Lane.BUY, new Gate.Limit(width, wait),
                        Lane.BROWSE, new Gate.Limit(width, wait),
                        Lane.ADMIN, new Gate.Limit(width, wait),
                        Lane.JOBS, new Gate.Limit(width, wait)));
    }

    private static Errand errand(Lane lane) {
        return Errand.in(lane, LONG);
    }

    private static void passThrough(Gate gate, Lane lane, List<Lane> order) {
        try {
            gate.enter(errand(lane));
            order.add(lane);
            gate.leave(lane);
        } catch (GateRefusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    private static void await(BooleanSupplier state) {
        var deadline = System.nanoTime() + LONG.toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
