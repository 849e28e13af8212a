package dev.tautline.targets;

import dev.tautline.probe.ProbeTarget;

/// Hears what is going on at each host, on the threads that climb, which it must not hold up.
public interface ClimbListener {
    ClimbListener NONE = new ClimbListener() {
        @Override
        public void begins(ProbeTarget host, String what) {}

        @Override
        public void ends(ProbeTarget host) {}
    };

    /// @param what the name of a step, or other words for what is done there from now on
    void begins(ProbeTarget host, String what);

    /// Nothing more is done there for now.
    void ends(ProbeTarget host);
}
