package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Cause;
import dev.tautline.diagnosis.Hypothesis;
import dev.tautline.diagnosis.Judgement;
import dev.tautline.diagnosis.Judgement.Refuted;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.Judgement.Unknown;
import dev.tautline.diagnosis.RouteDetails.OtherAddress;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import dev.tautline.finding.Owner;
import java.util.ArrayList;

/// The name stands for several addresses, and not all of them lead to a server that answers: clients fail by
/// chance, depending on which one they take first.
final class OneAddressDead implements Hypothesis {
    private static final Cause CAUSE =
            new Cause("one-address-dead", "One of several addresses does not answer", Owner.NETWORK);

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
        return climbed.stream()
                .filter(OneAddressDead::mixed)
                .findFirst()
                .<Judgement>map(OneAddressDead::supported)
                .orElseGet(() -> new Refuted("no watched name has addresses of which some answer and some do not"));
    }

    private static boolean mixed(RouteView route) {
        var others = route.details().others();
        boolean someAnswer = route.passes() || others.stream().anyMatch(OtherAddress::answers);
        boolean someDoNot = !route.passes() || others.stream().anyMatch(other -> !other.answers());
        return !others.isEmpty() && someAnswer && someDoNot;
    }

    private static Supported supported(RouteView route) {
        var evidence = new ArrayList<String>();
        evidence.add(Routes.describe(route));
        for (var other : route.details().others()) {
            evidence.add("at " + other.address() + ": " + other.evidence());
        }
        return new Supported(
                CAUSE,
                route.target(),
                Strength.CERTAIN,
                "of the addresses of " + route.host() + " some answer and some do not",
                evidence,
                "Take the addresses that do not answer out of the record of " + route.host() + ".",
                null);
    }
}
