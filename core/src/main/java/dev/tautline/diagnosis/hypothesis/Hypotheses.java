package dev.tautline.diagnosis.hypothesis;

import dev.tautline.diagnosis.Hypothesis;
import java.util.ArrayList;
import java.util.List;

/// The catalogue, sorted from the root outwards: of equally firm causes the one that stands first is named. A broken
/// path explains a starved pool, and a starved pool explains slow requests, never the other way round.
public final class Hypotheses {
    private Hypotheses() {}

    public static List<Hypothesis> all() {
        var all = new ArrayList<Hypothesis>();
        all.add(new WrongPublishedAddress());
        all.add(new ServerDown());
        all.addAll(PathBroken.atEachLayer());
        all.add(new PoolTooSmall());
        all.add(new LockContention());
        all.add(new SlowDatabase());
        all.add(new NetworkLatency());
        all.add(new StarvedInstance());
        all.add(new ConnectionsHeldTooLong());
        all.add(new ConnectionLeak());
        all.add(new TrafficSpike());
        all.add(new SlowFrontend());
        return List.copyOf(all);
    }
}
