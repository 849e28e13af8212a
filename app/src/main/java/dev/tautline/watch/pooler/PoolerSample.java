package dev.tautline.watch.pooler;

import dev.tautline.diagnosis.PoolerView.Pool;
import java.util.List;
import java.util.Map;

/// What the console of a pooler told.
///
/// @param settings those in force, by name; sizes of databases as `pool_size of NAME`
/// @param refused why it answers and yet tells nothing; empty when it tells
public record PoolerSample(List<Pool> pools, Map<String, String> settings, String refused) {
    public PoolerSample {
        pools = List.copyOf(pools);
        settings = Map.copyOf(settings);
    }

    static PoolerSample refusing(String why) {
        return new PoolerSample(List.of(), Map.of(), why);
    }
}
