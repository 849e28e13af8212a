package dev.tautline.drill;

import dev.tautline.lab.Injection;
import dev.tautline.lab.statement.Cut;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lets a schedule happen to a scene, one mishap after the other, and makes all of it good again. For one thread.
final class Mishaps {
    private final DrillScene scene;
    private final List<Mishap> schedule;
    private final Map<Cut, Integer> madeBefore = new EnumMap<>(Cut.class);
    private final Map<String, Long> happened = new TreeMap<>();
    private final Deque<Runnable> toHeal = new ArrayDeque<>();

    Mishaps(DrillScene scene, List<Mishap> schedule) {
        this.scene = scene;
        this.schedule = schedule;
        for (var cut : Cut.values()) {
            madeBefore.put(cut, scene.made(cut));
        }
    }

    /// @param started by System.nanoTime()
    void happen(long started) {
        for (var mishap : schedule) {
            sleepUntil(started + mishap.at().toNanos());
            happen(mishap);
        }
    }

    void heal() {
        while (!toHeal.isEmpty()) {
            toHeal.pop().run();
        }
        if (!scene.shopRuns()) {
            scene.startShop();
        }
        for (var cut : Cut.values()) {
            var made = (long) scene.made(cut) - madeBefore.getOrDefault(cut, 0);
            if (made > 0) {
                happened.put(cut.title(), made);
            }
        }
    }

    /// In words, each with how often.
    Map<String, Long> happened() {
        return happened;
    }

    private void happen(Mishap mishap) {
        switch (mishap) {
            case Mishap.ConnectionCut(var at, var cut, var n) -> scene.arm(cut, n);
            case Mishap.AllDropped(var at) -> {
                scene.dropAll();
                count("all connections reset");
            }
            case Mishap.PrimaryUnreachable(var at, var howLong) -> {
                during(scene.cutOffPrimary(), howLong);
                count("primary unreachable");
            }
            case Mishap.PrimaryCrash(var at, var howLong) -> {
                scene.crashPrimary();
                during(Injection.healedBy(scene::startPrimary), howLong);
                count("primary crashed");
            }
            case Mishap.Failover(var at) -> {
                scene.failOver();
                count("failover");
            }
            case Mishap.ShopKilled(var at) -> {
                scene.killShop();
                count("shop killed");
                scene.startShop();
            }
        }
    }

    private void during(Injection injection, Duration howLong) {
        toHeal.push(injection::close);
        sleepUntil(System.nanoTime() + howLong.toNanos());
        toHeal.pop().run();
    }

    private void count(String what) {
        happened.merge(what, 1L, Long::sum);
    }

    private static void sleepUntil(long nanos) {
        var left = nanos - System.nanoTime();
        if (left > 0) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new DrillFailed("interrupted in the middle of a drill", interrupted);
            }
        }
    }
}
