package dev.tautline.lab.proxy;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/// What all connections of one proxy share: its faults, its bandwidth, its counters and the seed of its jitter.
record Line(
        FaultBoard faults,
        SharedLink toUpstreamLink,
        SharedLink toClientLink,
        LongAdder toUpstreamBytes,
        LongAdder toClientBytes,
        long seed) {
    static Line seeded(long seed) {
        return new Line(new FaultBoard(), new SharedLink(), new SharedLink(), new LongAdder(), new LongAdder(), seed);
    }

    /// The n-th connection draws the same jitter in every run with the same seed.
    Course course(Direction direction, long connection, Flow flow) {
        return switch (direction) {
            case TO_UPSTREAM ->
                new Course(faults, direction, toUpstreamLink, new SplittableRandom(seed + 2 * connection), flow);
            case TO_CLIENT ->
                new Course(faults, direction, toClientLink, new SplittableRandom(seed + 2 * connection + 1), flow);
        };
    }
}
