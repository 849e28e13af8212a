package dev.tautline.lab.load;

/// What each arrival does, on a virtual thread of its own. It fails by throwing.
@FunctionalInterface
public interface Action {
    void perform(Arrival arrival) throws Exception;
}
