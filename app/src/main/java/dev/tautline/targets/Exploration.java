package dev.tautline.targets;

import dev.tautline.probe.Deadline;
import dev.tautline.probe.Expectation;
import dev.tautline.probe.FailureKind;
import dev.tautline.probe.Ladder;
import dev.tautline.probe.LadderResult;
import dev.tautline.probe.ProbeTarget;
import dev.tautline.probe.Resolver;
import dev.tautline.probe.Step;
import dev.tautline.probe.StepTimeouts;
import dev.tautline.probe.evidence.Intermediary;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Looks, with somebody's consent, for what does answer where an endpoint refuses or is silent: other ports of the same
/// host, the other nodes of the cluster, the other targets. One connection at a time, a bounded number, by a deadline.
final class Exploration {
    /// Where PostgreSQL and what stands before it listen by default: PostgreSQL itself and further clusters of Debian's
    /// on one host, PgBouncer, the poolers of Supabase and of DigitalOcean, Pgpool-II, CockroachDB.
    static final List<Integer> COMMON_PORTS = List.of(5432, 5433, 5434, 6432, 6543, 25060, 25061, 9999, 26257);

    private static final int MOST_TRIES = 16;
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(700);

    private static final Set<FailureKind> NOBODY_THERE = Set.of(
            FailureKind.CONNECTION_REFUSED,
            FailureKind.NO_ANSWER,
            FailureKind.UNREACHABLE,
            FailureKind.ACCEPTED_THEN_SILENT,
            FailureKind.RESET_AFTER_ACCEPT,
            FailureKind.CLOSED_AFTER_ACCEPT,
            FailureKind.HTTP_AT_PORT,
            FailureKind.SSH_AT_PORT,
            FailureKind.MYSQL_AT_PORT,
            FailureKind.OTHER_PROTOCOL_AT_PORT);

    private static final Set<FailureKind> WRONG_ROLE =
            Set.of(FailureKind.STANDBY_WHERE_PRIMARY_EXPECTED, FailureKind.PRIMARY_WHERE_STANDBY_EXPECTED);

    /// A listener of one family leaves the other one of this machine alone.
    private static final Map<String, String> OTHER_LOOPBACK = Map.of("127.0.0.1", "::1", "::1", "127.0.0.1");

    private final Ladder ladder;
    private final List<Integer> ports;
    private final List<Target> known;

    /// @param known targets that may be what a failing one should lead to
    Exploration(Clock clock, List<Integer> ports, List<Target> known) {
        this.known = List.copyOf(known);
        this.ports = List.copyOf(ports);
        this.ladder = new Ladder(clock, StepTimeouts.each(STEP), Resolver.system());
    }

    /// Whether what failed leaves the question who else answers.
    static boolean isWorthwhile(LadderResult result) {
        return result.failure()
                        .filter(failed -> NOBODY_THERE.contains(failed.failure().kind()))
                        .isPresent()
                || wanted(result) != Expectation.ANY;
    }

    /// The role that a server was to have and has not; any when that is not what failed.
    static Expectation wanted(LadderResult result) {
        return result.failure()
                .map(failed -> failed.failure().kind())
                .filter(WRONG_ROLE::contains)
                .map(_ -> result.target().expected())
                .orElse(Expectation.ANY);
    }

    /// Looks around one host that failed.
    ///
    /// @param wanted the role that it lacks; any when it does not answer
    /// @param nodes what servers that answered said of their cluster
    /// @param others results of other hosts, which need no further connection
    Explored around(ProbeTarget failed, Expectation wanted, List<ClusterNodes.Node> nodes, List<LadderResult> others) {
        var found = new ArrayList<Neighbour>();
        others.stream()
                .filter(other -> isSameDatabase(other.target(), failed) && other.passed())
                .map(other -> neighbour(other.target(), "probed as well", other))
                .forEach(found::add);
        var deadline = Deadline.after(AT_MOST);
        int tried = 0;
        for (var candidate : candidates(failed, nodes).entrySet()) {
            if (tried == MOST_TRIES || deadline.passed()) {
                break;
            }
            tried++;
            var result = climb(candidate.getKey(), deadline);
            if (hasAnswered(result)) {
                found.add(neighbour(candidate.getKey(), candidate.getValue(), result));
            }
        }
        return new Explored(found, tried, wanted);
    }

    private Map<ProbeTarget, String> candidates(ProbeTarget failed, List<ClusterNodes.Node> nodes) {
        var all = new LinkedHashMap<ProbeTarget, String>();
        var anyRole = failed.expecting(Expectation.ANY);
        nodes.forEach(node -> all.put(
                anyRole.at(node.host(), node.port() == 0 ? failed.port() : node.port()), "a node of the cluster"));
        Optional.ofNullable(OTHER_LOOPBACK.get(failed.host()))
                .ifPresent(other -> all.put(anyRole.at(other, failed.port()), "this machine by its other family"));
        ports.forEach(port -> all.put(anyRole.at(failed.host(), port), "another port"));
        for (var target : known) {
            target.hosts().stream()
                    .map(host -> host.expecting(Expectation.ANY))
                    .filter(host -> isSameDatabase(host, failed))
                    .forEach(host -> all.put(host, "target " + target.name()));
        }
        all.keySet().removeIf(candidate -> candidate.dialledEndpoint().equals(failed.dialledEndpoint()));
        return all;
    }

    /// First without the password: it is none of a stranger's business. Where SCRAM is asked for, the answer does not
    /// give the password away.
    private LadderResult climb(ProbeTarget candidate, Deadline deadline) {
        var stranger = ladder.climb(candidate.withPassword(null), deadline);
        var wantsScram = stranger.failure()
                .map(failed -> failed.failure())
                .filter(failure -> failure.kind() == FailureKind.PASSWORD_MISSING)
                .filter(failure -> failure.words().toLowerCase(Locale.ROOT).contains("scram"))
                .isPresent();
        return wantsScram && candidate.password() != null ? ladder.climb(candidate, deadline) : stranger;
    }

    private static boolean hasAnswered(LadderResult result) {
        return result.failure()
                .filter(failed -> failed.step().compareTo(Step.CONNECT) <= 0)
                .isEmpty();
    }

    private static Neighbour neighbour(ProbeTarget target, String knownFrom, LadderResult result) {
        var failure = result.failure().map(failed -> failed.failure());
        var isServer = failure.filter(failed -> NOBODY_THERE.contains(failed.kind())
                        || failed.kind() == FailureKind.TLS_ONLY_AT_PORT
                        || failed.kind() == FailureKind.DEADLINE_TOO_SHORT
                        || failed.kind() == FailureKind.MACHINE_TOO_BUSY)
                .isEmpty();
        return new Neighbour(
                target.endpoint(),
                knownFrom,
                failure.map(failed -> (isServer ? "PostgreSQL or a pooler; " : "")
                                + failed.kind().id() + ", " + failed.words())
                        .orElseGet(() -> words(result)),
                isServer,
                role(result));
    }

    private static Expectation role(LadderResult result) {
        var role = result.passed() ? result.role() : null;
        if (role == null) {
            return Expectation.ANY;
        }
        return role.inRecovery() ? Expectation.STANDBY : Expectation.PRIMARY;
    }

    private static String words(LadderResult result) {
        var server = Objects.requireNonNull(result.server(), "a ladder that passed has asked");
        var role = Objects.requireNonNull(result.role(), "a ladder that passed has asked");
        var between = result.seen(Intermediary.class)
                .filter(one -> one.kind() == Intermediary.Kind.POOLER)
                .map(_ -> "a pooler before ")
                .orElse("");
        return between + server.product() + " " + server.version() + ", " + role.words();
    }

    private static boolean isSameDatabase(ProbeTarget other, ProbeTarget failed) {
        return other.database().equals(failed.database())
                && !other.dialledEndpoint().equals(failed.dialledEndpoint());
    }
}
