package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.Reading;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.List;
import java.util.Optional;

/// More requests than usual arrive, and the pools were sized for the usual.
final class TrafficSpike implements Hypothesis {
    private static final double SPIKE = 1.5;
    /// So many times the usual slows down whatever has to answer it: a pool, a processor, the database behind.
    private static final double HEAVY = 3;

    private static final double ORDINARY = 1.25;
    private static final double SLACK_PER_SECOND = 2;

    private static final Cause CAUSE = new Cause("traffic-spike", "Traffic spike", Owner.PLATFORM);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var all = Ratio.requests(scene);
        if (all == null) {
            return new Unknown("no agent reports requests");
        }
        if (all.raised(SPIKE, SLACK_PER_SECOND)) {
            return judgeRaised(scene, symptoms, all);
        }
        if (all.asUsual(ORDINARY, SLACK_PER_SECOND)) {
            return new Refuted(all.toString());
        }
        return new Unknown(all + ": neither ordinary nor a spike");
    }

    /// Why what is slow may be so by the mere number of requests; empty where it is not many times the usual.
    static Optional<String> heavy(Scene scene) {
        return Optional.ofNullable(Ratio.requests(scene))
                .filter(all -> all.raised(HEAVY, SLACK_PER_SECOND))
                .map(Reading::toString);
    }

    private static Judgement judgeRaised(Scene scene, Symptoms symptoms, Reading all) {
        var full = scene.instances().stream().filter(TrafficSpike::full).toList();
        if (full.isEmpty()) {
            return suffersFrom(scene, symptoms, all);
        }
        boolean everywhere = full.size() == scene.instances().size();
        return new Supported(
                CAUSE,
                full.getFirst().service(),
                everywhere ? Strength.CERTAIN : Strength.LIKELY,
                "more requests arrive than the pools were sized for",
                List.of(
                        all.toString(),
                        full.size() + " of " + scene.instances().size() + " instances have a full pool"),
                "Add instances or shed load; enlarge the pools only within the server's max_connections.",
                null);
    }

    private static Judgement suffersFrom(Scene scene, Symptoms symptoms, Reading all) {
        var suffering = scene.instances().stream()
                .filter(instance -> symptoms.on(instance.name()))
                .findFirst();
        if (suffering.isEmpty() || heavy(scene).isEmpty()) {
            return new Unknown(all + ", but no pool is exhausted by it");
        }
        return new Supported(
                CAUSE,
                suffering.get().service(),
                Strength.LIKELY,
                "many times the usual requests arrive",
                List.of(all.toString()),
                "Add instances or shed load, and see where the time goes before anything is made larger.",
                null);
    }

    private static boolean full(InstanceView instance) {
        return instance.pools().stream().anyMatch(pool -> pool.exhausted());
    }
}
