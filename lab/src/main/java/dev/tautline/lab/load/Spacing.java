package dev.tautline.lab.load;

import java.util.random.RandomGenerator;

/// How arrivals follow each other at a given rate.
public enum Spacing {
    /// All gaps alike.
    UNIFORM {
        @Override
        double gap(RandomGenerator random) {
            return 1;
        }
    },
    /// Independent arrivals: exponentially distributed gaps.
    POISSON {
        @Override
        double gap(RandomGenerator random) {
            return random.nextExponential();
        }
    };

    /// The next gap as a multiple of the mean one.
    abstract double gap(RandomGenerator random);
}
