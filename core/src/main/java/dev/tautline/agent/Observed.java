package dev.tautline.agent;

import java.util.List;

/// What became of `Agent.observe`: the pool's name and, in words, what of it cannot be observed.
public record Observed(String pool, List<String> unobserved) {
    public Observed {
        unobserved = List.copyOf(unobserved);
    }
}
