package dev.tautline.probe;

import dev.tautline.probe.StepLog.Stopped;
import dev.tautline.settings.SslMode;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Climbs from a host name to an answer of the right server, one connection at a time, and says where it
/// ended and why. Immutable and safe for many threads; a climb blocks its caller until the deadline at most,
/// also when the peer is silent or sends a byte a second. An interrupted climb throws
/// [java.util.concurrent.CancellationException].
public final class Ladder {
    private final Clock clock;
    private final StepTimeouts timeouts;
    private final Resolver resolver;
    private final Scope scope;
    private final Guest guest;
    private final StepListener listener;

    /// A ladder of the scope [Scope#CANARY].
    public Ladder(Clock clock, StepTimeouts timeouts, Resolver resolver) {
        this(clock, timeouts, resolver, Scope.CANARY, Guest.NONE, StepListener.NONE);
    }

    private Ladder(
            Clock clock, StepTimeouts timeouts, Resolver resolver, Scope scope, Guest guest, StepListener listener) {
        this.clock = clock;
        this.timeouts = timeouts;
        this.resolver = resolver;
        this.scope = scope;
        this.guest = guest;
        this.listener = listener;
    }

    /// The same ladder, asking more or less.
    public Ladder asking(Scope other) {
        return new Ladder(clock, timeouts, resolver, other, guest, listener);
    }

    /// The same ladder with a guest who asks more at its top.
    public Ladder with(Guest other) {
        return new Ladder(clock, timeouts, resolver, scope, other, listener);
    }

    /// The same ladder, whose steps somebody follows.
    public Ladder followedBy(StepListener other) {
        return new Ladder(clock, timeouts, resolver, scope, guest, other);
    }

    /// The same ladder, with another time for one step.
    public Ladder with(Step step, Duration timeout) {
        return new Ladder(clock, timeouts.with(step, timeout), resolver, scope, guest, listener);
    }

    /// The same ladder, with `times` as long for each step.
    public Ladder patient(double times) {
        return new Ladder(clock, timeouts.times(times), resolver, scope, guest, listener);
    }

    /// Climbs to the target's address, or to the first one of its host, the only one that pgjdbc would try.
    public LadderResult climb(ProbeTarget target, Deadline deadline) {
        return climb(target, deadline, 1).getFirst();
    }

    /// Climbs to every address of the target's host, one after the other, or to the target's own address alone; at
    /// least one result.
    public List<LadderResult> climbEvery(ProbeTarget target, Deadline deadline) {
        return climb(target, deadline, Integer.MAX_VALUE);
    }

    /// Climbs to `address` whatever the host's name stands for now; TLS still verifies the name.
    public LadderResult climbTo(InetAddress address, ProbeTarget target, Deadline deadline) {
        var log = new StepLog(deadline, timeouts, listener);
        log.skip(Step.RESOLVE, "the address is given");
        return climb(target, clock.instant(), List.of(address), address, log);
    }

    private List<LadderResult> climb(ProbeTarget target, Deadline deadline, int most) {
        if (target.address() != null) {
            return List.of(climbTo(target.address(), target, deadline));
        }
        var at = clock.instant();
        var log = new StepLog(deadline, timeouts, listener);
        try {
            var addresses = log.run(
                    Step.RESOLVE,
                    () -> new Diagnoser(target, target.host(), false),
                    by -> Addresses.of(target.host(), resolver, by));
            var origin = scope.details() ? NameLookup.start(addresses) : NameLookup.NONE;
            var climbs = addresses.all().stream()
                    .limit(most)
                    .map(address -> climb(target, at, addresses.all(), address, log))
                    .toList();
            return origin.addTo(climbs);
        } catch (Stopped _) {
            return List.of(new LadderResult(target, at, List.of(), null, log.complete(), List.of(), List.of()));
        }
    }

    /// As the driver does (pgjdbc, ConnectionFactoryImpl): a server that refuses who we are over one kind of
    /// channel is asked once more over the other, where sslmode leaves the choice; the first refusal counts
    /// when the other channel leads in no better, for whatever reason.
    private LadderResult climb(
            ProbeTarget target, Instant at, List<InetAddress> addresses, InetAddress address, StepLog resolved) {
        var mode = target.sslMode();
        var first = climb(target, mode, at, addresses, address, resolved.fork());
        var other = switch (mode) {
            case PREFER -> SslMode.DISABLE;
            case ALLOW -> SslMode.REQUIRE;
            case DISABLE, REQUIRE, VERIFY_CA, VERIFY_FULL -> mode;
        };
        if (other == mode || !identityRefused(first)) {
            return first;
        }
        var second = climb(target, other, at, addresses, address, resolved.fork());
        return isIn(second) ? second : first;
    }

    private LadderResult climb(
            ProbeTarget target,
            SslMode mode,
            Instant at,
            List<InetAddress> addresses,
            InetAddress address,
            StepLog log) {
        var climb = new Climb(target, mode, scope, clock, address, log, guest);
        climb.run();
        return climb.result(at, addresses);
    }

    private static boolean isIn(LadderResult result) {
        return result.steps().stream()
                .anyMatch(step -> step.step() == Step.AUTHENTICATE && step instanceof StepResult.Passed);
    }

    private static boolean identityRefused(LadderResult result) {
        return result.failure()
                .filter(failed -> failed.step() == Step.AUTHENTICATE)
                .filter(failed -> failed.failure().code().equals("28000"))
                .isPresent();
    }
}
