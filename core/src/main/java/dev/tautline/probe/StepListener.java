package dev.tautline.probe;

/// Hears of each step as it begins, on the thread that climbs, which it must not hold up.
public interface StepListener {
    StepListener NONE = _ -> {};

    void begins(Step step);
}
