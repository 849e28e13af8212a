package dev.tautline.dashboard;

import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Unit;
import dev.tautline.finding.Owner;
import dev.tautline.probe.Failure;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepResult;
import dev.tautline.probe.StepResult.Failed;
import dev.tautline.probe.StepResult.Passed;
import dev.tautline.probe.StepResult.Skipped;
import dev.tautline.probe.evidence.Evidence;
import dev.tautline.probe.evidence.Role;
import dev.tautline.settings.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Hand-made climbs.
final class Ladders {
    private static final Map<Step, String> SEEN = new EnumMap<>(Map.of(
            Step.RESOLVE, "10.0.4.11",
            Step.CONNECT, "10.0.4.11:5432",
            Step.TLS, "TLSv1.3, certificate valid until 2025-03-01",
            Step.AUTHENTICATE, "scram-sha-256 as watcher",
            Step.SESSION, "ready for query",
            Step.QUERY, "PostgreSQL 18.6, round trip 230 µs (minimum 210 µs)",
            Step.ROLE, "primary, writable, timeline 1",
            Step.CAPACITY, "60 of 100 slots used, 3 reserved, 37 free"));
    private static final Map<Step, Integer> MICROS = new EnumMap<>(Map.of(
            Step.RESOLVE, 180,
            Step.CONNECT, 240,
            Step.TLS, 3100,
            Step.AUTHENTICATE, 5200,
            Step.SESSION, 1900,
            Step.QUERY, 820,
            Step.ROLE, 310,
            Step.CAPACITY, 290));

    private Ladders() {}

    static RouteView reached(String name, Instant at) {
        boolean standby = name.equals("standby");
        var steps = new ArrayList<StepResult>();
        // A watch never writes.
        for (var step : EnumSet.complementOf(EnumSet.of(Step.WRITE))) {
            steps.add(passed(step));
        }
        double swing = Math.cos(at.getEpochSecond() / 5.0);
        return new RouteView(
                name,
                name + ".shop.internal",
                0,
                result(
                        name,
                        at,
                        steps,
                        new Role(standby, standby, null, 1, 7301L, standby ? Duration.ZERO : null, null)),
                new Reading("TCP connect", 0.24, 0.24, Unit.MILLIS),
                new Reading("minimum round trip", 0.21 + 0.02 * swing, 0.20, Unit.MILLIS),
                null,
                at);
    }

    static RouteView refused(String name, Instant at) {
        var steps = new ArrayList<StepResult>();
        steps.add(passed(Step.RESOLVE));
        steps.add(new Failed(Step.CONNECT, Duration.ofNanos(310_000), refusal(name)));
        for (var step : List.of(Step.TLS, Step.AUTHENTICATE, Step.SESSION, Step.QUERY, Step.ROLE, Step.CAPACITY)) {
            steps.add(new Skipped(step, "connect failed"));
        }
        return new RouteView(name, name + ".shop.internal", 0, result(name, at, steps, null), null, null, null, null);
    }

    private static Failure refusal(String name) {
        return new Failure(
                FailureKind.CONNECTION_REFUSED,
                "ECONNREFUSED",
                "Connection refused",
                "10.0.4.11 is up, but nothing accepts connections on port 5432: the server is stopped, or listens"
                        + " elsewhere.",
                Owner.DATABASE,
                List.of("the name resolves to 10.0.4.11"),
                "ss -ltn 'sport = :5432'    # on " + name,
                "Start PostgreSQL on " + name + ", or correct the port in the URL.");
    }

    private static Passed passed(Step step) {
        return new Passed(
                step,
                Duration.ofNanos(1000L * Objects.requireNonNull(MICROS.get(step))),
                Objects.requireNonNull(SEEN.get(step)));
    }

    private static LadderResult result(String name, Instant at, List<StepResult> steps, @Nullable Role role) {
        var target = ProbeTarget.of(name + ".shop.internal", 5432, "shop", "watcher")
                .withPassword(Secret.of(Ticks.PASSWORD));
        var address = address();
        List<Evidence> evidence = role == null ? List.of() : List.of(role);
        return new LadderResult(target, at, List.of(address), address, steps, evidence, List.of());
    }

    private static InetAddress address() {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 4, 11});
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }
}
