package dev.tautline.drill;

import dev.tautline.lab.statement.Cut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Something that goes wrong at a moment of the drill, counted from when the buyers began.
sealed interface Mishap {
    Duration at();

    /// A connection to the database is cut at the n-th such place.
    record ConnectionCut(Duration at, Cut cut, int n) implements Mishap {}

    /// All connections are reset at once.
    record AllDropped(Duration at) implements Mishap {}

    /// Nothing passes between shop and primary.
    record PrimaryUnreachable(Duration at, Duration howLong) implements Mishap {}

    /// The server dies without a checkpoint and is started again.
    record PrimaryCrash(Duration at, Duration howLong) implements Mishap {}

    /// The primary dies for good and the standby takes over.
    record Failover(Duration at) implements Mishap {}

    /// The shop is killed (SIGKILL) and started again.
    record ShopKilled(Duration at) implements Mishap {}

    private static Duration millis(Random random, int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }

    /// The schedule of one seed: the same seed gives the same mishaps at the same moments.
    ///
    /// @param failover whether one is possible
    static List<Mishap> schedule(Random random, Duration window, boolean failover) {
        var mishaps = new ArrayList<Mishap>();
        var last = Math.toIntExact(window.toMillis());
        for (var cut : Cut.values()) {
            for (var times = random.nextInt(1, 4); times > 0; times--) {
                mishaps.add(new ConnectionCut(millis(random, 0, last), cut, random.nextInt(1, 12)));
            }
        }
        mishaps.add(new AllDropped(millis(random, 0, last)));
        if (random.nextBoolean()) {
            mishaps.add(new PrimaryUnreachable(millis(random, 500, last), millis(random, 500, 3000)));
        }
        if (random.nextBoolean()) {
            mishaps.add(new ShopKilled(millis(random, 500, last)));
        }
        if (failover) {
            mishaps.add(new Failover(millis(random, 500, last)));
        } else if (random.nextBoolean()) {
            mishaps.add(new PrimaryCrash(millis(random, 500, last), millis(random, 200, 2500)));
        }
        mishaps.sort(java.util.Comparator.comparing(Mishap::at));
        return mishaps;
    }
}
