package dev.tautline.lab.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The seconds of a load. Each one that may still be counted in has a histogram, which takes 180 kB; so those further
/// back are kept as sums, and a load that goes on for days as those of its last hour. Confined to the lock of its
/// [LoadRun].
final class Seconds {
    /// An arrival is counted in the second in which it was due, and a machine may be behind by some.
    private static final int STILL_COUNTED = 30;

    private static final int KEPT = 3_600;

    private final Deque<LoadSecond> over = new ArrayDeque<>();
    private final Deque<Tally> counted = new ArrayDeque<>();
    /// The number of the first one that is still counted.
    private int first;

    /// The tally of a second, or of the oldest that is still counted.
    Tally at(int second) {
        while (first + counted.size() <= second) {
            counted.addLast(new Tally());
            if (counted.size() > STILL_COUNTED) {
                end();
            }
        }
        return counted.stream().skip(Math.max(0, second - first)).findFirst().orElseThrow();
    }

    private void end() {
        over.addLast(counted.removeFirst().snapshot(first++));
        if (over.size() > KEPT) {
            over.removeFirst();
        }
    }

    /// Those before the second `end`, oldest first.
    List<LoadSecond> before(int end) {
        var all = new ArrayList<>(over);
        var second = first;
        for (var tally : counted) {
            if (second < end) {
                all.add(tally.snapshot(second++));
            }
        }
        return List.copyOf(all);
    }

    int next() {
        return first + counted.size();
    }
}
