package dev.tautline.targets;

import dev.tautline.probe.Deadline;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.Scope;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepListener;
import dev.tautline.probe.StepTimeouts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Climbs to every address of every host of many targets side by side, so that none delays another; the
/// addresses of one host one after the other, so that no server sees two of our connections at once.
public final class Probing {
    /// What a climb that loads classes all the while may run into by itself: the peer has answered, and then time was
    /// up.
    private static final Set<FailureKind> OF_THE_MOMENT = EnumSet.of(
            FailureKind.MACHINE_TOO_BUSY,
            FailureKind.TLS_UNANSWERED,
            FailureKind.LARGE_PACKETS_LOST,
            FailureKind.LOG_IN_UNANSWERED,
            FailureKind.POOLER_KEEPS_WAITING,
            FailureKind.IDENTITY_SERVICE_SILENT,
            FailureKind.STEP_TIMED_OUT);

    private final Clock clock;
    private final StepTimeouts timeouts;
    private final Duration timeoutOfHost;
    private final Optional<Exploration> exploration;
    private final TargetVisitor visitor;
    private final ClimbListener listener;
    private final Scope scope;

    public Probing(Clock clock, StepTimeouts timeouts, Duration timeoutOfHost) {
        this(clock, timeouts, timeoutOfHost, Optional.empty(), TargetVisitor.NONE, ClimbListener.NONE, Scope.PROBE);
    }

    private Probing(
            Clock clock,
            StepTimeouts timeouts,
            Duration timeoutOfHost,
            Optional<Exploration> exploration,
            TargetVisitor visitor,
            ClimbListener listener,
            Scope scope) {
        this.clock = clock;
        this.timeouts = timeouts;
        this.timeoutOfHost = timeoutOfHost;
        this.exploration = exploration;
        this.visitor = visitor;
        this.listener = listener;
        this.scope = scope;
    }

    /// With somebody's consent, look around what does not answer; otherwise nothing but the targets is contacted.
    ///
    /// @param known other targets, which are tried as well
    public Probing exploring(List<Target> known) {
        var exploration = new Exploration(clock, Exploration.COMMON_PORTS, known);
        return new Probing(clock, timeouts, timeoutOfHost, Optional.of(exploration), visitor, listener, scope);
    }

    /// Somebody asks more of every server that is reached.
    public Probing visitedBy(TargetVisitor other) {
        return new Probing(clock, timeouts, timeoutOfHost, exploration, other, listener, scope);
    }

    /// Somebody follows what is done at each host.
    public Probing followedBy(ClimbListener other) {
        return new Probing(clock, timeouts, timeoutOfHost, exploration, visitor, other, scope);
    }

    /// With somebody's consent, try to write as well; otherwise nothing is written anywhere.
    public Probing writing() {
        return new Probing(clock, timeouts, timeoutOfHost, exploration, visitor, listener, scope.withWrite());
    }

    /// A target's result, and the nodes of its cluster that its servers know.
    private record Climbed(TargetResult result, List<ClusterNodes.Node> nodes) {}

    /// The results in the order of the targets; `onEach` hears of each as it comes, from several threads.
    public List<TargetResult> all(List<Target> targets, Consumer<TargetResult> onEach) throws InterruptedException {
        var turnstile = new Turnstile();
        var doors = new Doors();
        var logins = new OtherLogins(targets);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = targets.stream()
                    .map(target -> executor.submit(() -> one(target, turnstile, doors, logins, executor, onEach)))
                    .toList();
            // A refusal may come before somebody else is in who knows its reason.
            var climbed = results(running).stream()
                    .map(one -> new Climbed(logins.judged(one.result()), one.nodes()))
                    .toList();
            if (exploration.isEmpty()) {
                return climbed.stream().map(Climbed::result).toList();
            }
            var ladders = climbed.stream()
                    .flatMap(one -> one.result().hosts().stream())
                    .map(HostResult::ladder)
                    .toList();
            var exploring = climbed.stream()
                    .map(one -> executor.submit(() -> explored(exploration.get(), one, ladders)))
                    .toList();
            return results(exploring);
        }
    }

    private Climbed one(
            Target target,
            Turnstile turnstile,
            Doors doors,
            OtherLogins logins,
            ExecutorService executor,
            Consumer<TargetResult> onEach)
            throws InterruptedException {
        var nodes = new ClusterNodes();
        var climbing = target.hosts().stream()
                .map(host -> executor.submit(() -> admitted(target, host, nodes, turnstile, doors, logins)))
                .toList();
        var hosts = results(climbing).stream().flatMap(List::stream).toList();
        var result = new TargetResult(target, hosts);
        onEach.accept(result);
        return new Climbed(result, nodes.all());
    }

    private TargetResult explored(Exploration exploration, Climbed one, List<LadderResult> ladders) {
        var hosts = one.result().hosts().stream()
                .map(host -> Exploration.isWorthwhile(host.ladder())
                        ? host.with(around(exploration, host.ladder(), one.nodes(), ladders))
                        : host)
                .toList();
        return new TargetResult(one.result().target(), hosts);
    }

    private Explored around(
            Exploration exploration, LadderResult failed, List<ClusterNodes.Node> nodes, List<LadderResult> ladders) {
        listener.begins(failed.target(), "looking around");
        try {
            return exploration.around(failed.target(), Exploration.wanted(failed), nodes, ladders);
        } finally {
            listener.ends(failed.target());
        }
    }

    /// What one server and this machine bear at once; the time that a climb may take begins when it is let in.
    private List<HostResult> admitted(
            Target target, ProbeTarget host, ClusterNodes nodes, Turnstile turnstile, Doors doors, OtherLogins logins)
            throws InterruptedException {
        var door = doors.of(host);
        var results = List.<HostResult>of();
        door.enter();
        try {
            results = paced(target, host, nodes, turnstile, logins);
            return results;
        } finally {
            listener.ends(host);
            door.leave(results.stream().map(HostResult::ladder).toList());
        }
    }

    /// The first climb counts the loading of our own classes, so what it passed is climbed again, and what that loading
    /// made fail.
    private List<HostResult> paced(
            Target target, ProbeTarget host, ClusterNodes nodes, Turnstile turnstile, OtherLogins logins)
            throws InterruptedException {
        var ticket = turnstile.enter();
        boolean hasPassed = false;
        try {
            // What is climbed twice is written once.
            var asking = ticket.isFirst() ? scope.withoutWrite() : scope;
            var results = climb(target, host, nodes, logins, asking, ticket);
            hasPassed = results.stream().allMatch(result -> result.ladder().passed());
            boolean isWorthRepeating = hasPassed || results.stream().anyMatch(Probing::ranOutOfTime);
            if (!ticket.isFirst() || !isWorthRepeating) {
                return results;
            }
        } finally {
            turnstile.leave(ticket, hasPassed);
        }
        return climb(target, host, nodes, logins, scope, StepListener.NONE);
    }

    private List<HostResult> climb(
            Target target, ProbeTarget host, ClusterNodes nodes, OtherLogins logins, Scope asking, StepListener pace) {
        var settings = new ServerSettings(target.expectations().settingNames());
        var ladder = new Ladder(clock, timeouts(target), Resolver.system())
                .asking(asking)
                .followedBy(step -> {
                    pace.begins(step);
                    listener.begins(host, step.name().toLowerCase(Locale.ROOT));
                })
                .with((address, connection) -> {
                    settings.visit(address, connection);
                    logins.visit(host, address, connection);
                    if (exploration.isPresent()) {
                        nodes.visit(address, connection);
                    }
                    visitor.visit(host, address, connection);
                });
        return ladder.climbEvery(host, Deadline.after(timeoutOfHost)).stream()
                .map(result -> judged(target, result, settings))
                .toList();
    }

    private static boolean ranOutOfTime(HostResult result) {
        return result.ladder()
                .failure()
                .filter(failed -> OF_THE_MOMENT.contains(failed.failure().kind()))
                .isPresent();
    }

    private static HostResult judged(Target target, LadderResult result, ServerSettings settings) {
        return new HostResult(
                result,
                result.passed()
                        ? ExpectationJudge.judge(target.expectations(), result, settings.at(result.address()))
                        : List.of(),
                Explored.NOTHING);
    }

    /// A client that gives up sooner than we do fails where we would still wait.
    private StepTimeouts timeouts(Target target) {
        return target.connectTimeout()
                .filter(own -> own.compareTo(timeouts.of(Step.CONNECT)) < 0)
                .map(own -> timeouts.with(Step.CONNECT, own))
                .orElse(timeouts);
    }

    private static <T> List<T> results(List<Future<T>> running) throws InterruptedException {
        var results = new ArrayList<T>();
        for (var one : running) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a climb ended in a way that it does not declare", e.getCause());
            }
        }
        return results;
    }
}
