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
import java.util.Objects;

/// More requests than usual arrive, and the pools were sized for the usual.
final class TrafficSpike implements Hypothesis {
    private static final double SPIKE = 1.5;
    private static final double ORDINARY = 1.25;
    private static final double SLACK_PER_SECOND = 2;

    private static final Cause CAUSE = new Cause("traffic-spike", "Traffic spike", Owner.PLATFORM);

    @Override
    public Cause cause() {
        return CAUSE;
    }

    @Override
    public Judgement judge(Scene scene, Symptoms symptoms) {
        var rates = scene.instances().stream()
                .map(instance -> instance.requests().perSecond())
                .filter(Objects::nonNull)
                .toList();
        if (rates.isEmpty()) {
            return new Unknown("no agent reports requests");
        }
        var all = Reading.sum("requests over all instances", rates);
        if (all.raised(SPIKE, SLACK_PER_SECOND)) {
            return judgeRaised(scene, all);
        }
        if (all.asUsual(ORDINARY, SLACK_PER_SECOND)) {
            return new Refuted(all.toString());
        }
        return new Unknown(all + ": neither ordinary nor a spike");
    }

    private static Judgement judgeRaised(Scene scene, Reading all) {
        var full = scene.instances().stream().filter(TrafficSpike::full).toList();
        if (full.isEmpty()) {
            return new Unknown(all + ", but no pool is exhausted by it");
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

    private static boolean full(InstanceView instance) {
        return instance.pools().stream().anyMatch(pool -> pool.exhausted());
    }
}
