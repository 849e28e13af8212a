package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.PoolView;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import dev.tautline.probe.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What fails is the guard's own way to the servers: nothing gets through from here, while the applications work.
/// Never a reason to wake whoever has the database.
final class MonitorNetwork implements Hypothesis {
    private static final Cause CAUSE = new Cause("monitor-network", "The guard's own network", Owner.PLATFORM);

    /// The guard's machine says so itself.
    private static final Set<FailureKind> OWN = EnumSet.of(
            FailureKind.LOCAL_ADDRESS_EXHAUSTED, FailureKind.FILE_DESCRIPTORS_EXHAUSTED, FailureKind.CONNECT_FORBIDDEN);

    /// What a guard without a network meets.
    private static final Set<FailureKind> CUT_OFF = EnumSet.of(
            FailureKind.NO_ANSWER,
            FailureKind.UNREACHABLE,
            FailureKind.RESOLVER_UNAVAILABLE,
            FailureKind.RESOLVER_SILENT,
            FailureKind.NAME_UNKNOWN,
            FailureKind.CONNECT_FAILED,
            FailureKind.ACCEPTED_THEN_SILENT,
            FailureKind.RESET_AFTER_ACCEPT,
            FailureKind.CONNECTION_REFUSED);

    /// A report may be as old as a poll's period, its time-out and the second that it has not completed.
    private static final double REPORT_SECONDS = 3;

    /// The seconds that a view of a pool looks back, and the age of its report: what it shows is younger than this.
    private static final double SETTLED_SECONDS = 6;

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var climbed = Climbed.fresh(scene);
        if (climbed.isEmpty()) {
            return new Unknown("no ladder has ended yet");
        }
        var own = climbed.stream().filter(route -> route.fails(OWN)).findFirst();
        if (own.isPresent()) {
            return supported(climbed, Strength.CERTAIN, List.of());
        }
        long cutOff = climbed.stream().filter(route -> route.fails(CUT_OFF)).count();
        if (cutOff < climbed.size()) {
            return new Refuted("from here %d of %d servers are reached or refuse in their own words"
                    .formatted(climbed.size() - cutOff, climbed.size()));
        }
        return judgeCutOff(climbed, scene, symptoms);
    }

    /// Every server that is watched fails, on more than one host: what they have in common may be us.
    static boolean everythingFails(Scene scene) {
        var climbed = Climbed.fresh(scene);
        return climbed.stream().map(RouteView::host).distinct().count() > 1
                && climbed.stream().allMatch(route -> route.fails(CUT_OFF));
    }

    private static Judgement judgeCutOff(List<RouteView> climbed, Scene scene, Symptoms symptoms) {
        var there = scene.instances().stream()
                .filter(instance -> instance.silentSeconds() == 0)
                .toList();
        var suffering = there.stream().filter(i -> symptoms.on(i.name())).toList();
        if (!suffering.isEmpty()) {
            return new Refuted(suffering.stream()
                    .map(instance -> instance.name() + " suffers, too")
                    .toList());
        }
        if (!climbed.stream().allMatch(Routes::waitedForName)) {
            return new Unknown("the look-up of a name has not been waited for yet");
        }
        double failing = failingSeconds(climbed, scene);
        var connecting = there.stream().filter(i -> hasOpenedWithin(i, failing)).toList();
        if (!connecting.isEmpty()) {
            return supported(climbed, Strength.CERTAIN, works(connecting, "has just opened connections"));
        }
        var working = failing < SETTLED_SECONDS
                ? List.<InstanceView>of()
                : there.stream().filter(MonitorNetwork::works).toList();
        boolean ourSessionsFail =
                climbed.stream().allMatch(route -> route.details().establishedFails());
        if (!working.isEmpty() && ourSessionsFail) {
            return supported(climbed, Strength.CERTAIN, works(working, "goes on, while our own sessions broke"));
        }
        if (there.isEmpty() && everythingFails(scene)) {
            return supported(climbed, Strength.LIKELY, List.of("no application tells whether it gets through"));
        }
        return new Unknown(
                working.isEmpty()
                        ? "no application works with the database, and none suffers"
                        : "applications go on, but may do so on connections that were open before");
    }

    private static List<String> works(List<InstanceView> instances, String how) {
        return instances.stream().map(instance -> instance.name() + " " + how).toList();
    }

    /// For how long all of them have failed.
    private static double failingSeconds(List<RouteView> climbed, Scene scene) {
        return climbed.stream()
                .mapToDouble(route -> route.details().failingSince() == null
                        ? 0
                        : Duration.between(route.details().failingSince(), scene.at())
                                        .toMillis()
                                / 1000.0)
                .min()
                .orElse(0);
    }

    /// It has opened a connection after we began to fail.
    private static boolean hasOpenedWithin(InstanceView instance, double seconds) {
        return instance.pools().stream()
                        .map(pool -> pool.details().openedSecondsAgo())
                        .anyMatch(ago -> ago != null && ago + REPORT_SECONDS < seconds)
                && instance.pools().stream().noneMatch(MonitorNetwork::failsToConnect);
    }

    private static boolean works(InstanceView instance) {
        return instance.pools().stream()
                        .anyMatch(pool -> pool.borrowsPerSecond() != null
                                && pool.borrowsPerSecond().now() > 0)
                && instance.pools().stream().noneMatch(MonitorNetwork::failsToConnect);
    }

    private static boolean failsToConnect(PoolView pool) {
        return !pool.connectFailures().isEmpty() || pool.acquireTimeouts() > 0;
    }

    private static Supported supported(List<RouteView> climbed, Strength strength, List<String> more) {
        var evidence = new ArrayList<String>();
        evidence.add("from here none of %d servers is reached".formatted(climbed.size()));
        climbed.stream().map(Routes::describe).forEach(evidence::add);
        evidence.addAll(more);
        return new Supported(
                CAUSE,
                "guard",
                strength,
                "the guard itself does not get through to any server",
                evidence,
                "Look at the network, the name servers and the limits of the machine that runs the guard.",
                null);
    }
}
