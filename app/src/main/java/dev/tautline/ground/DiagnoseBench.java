package dev.tautline.ground;

import dev.tautline.scoring.AlertmanagerPages;
import dev.tautline.scoring.Challenge;
import dev.tautline.scoring.Contest;
import dev.tautline.scoring.PageReceiver;
import dev.tautline.scoring.Scoreboard;
import dev.tautline.scoring.Watcher;
import dev.tautline.scoring.peer.PeerScene;
import dev.tautline.scoring.peer.PrometheusStack;
import dev.tautline.stage.Opened;
import dev.tautline.stage.Passwords;
import dev.tautline.stage.TautHome;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The catalogue against the guard, in a seeded order with seeded onsets, on a ground that people use all the while.
public final class DiagnoseBench {
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Contest.Pace PACE = new Contest.Pace(
            Duration.ofMinutes(8), Duration.ofSeconds(90), Duration.ofSeconds(2), Duration.ofSeconds(6));

    private final TautHome home;
    private final Ground setting;
    private final boolean besidePrometheus;
    private final Clock clock;
    private final Consumer<String> tell;

    /// @param besidePrometheus whether the Prometheus stack watches the same faults
    public DiagnoseBench(TautHome home, Ground setting, boolean besidePrometheus, Clock clock, Consumer<String> tell) {
        this.home = home;
        this.setting = setting;
        this.besidePrometheus = besidePrometheus;
        this.clock = clock;
        this.tell = tell;
    }

    /// Each challenge once for each seed. Leaves no process, port or file behind.
    public Scoreboard run(List<Challenge> challenges, List<Long> seeds) {
        try (var opened = new Opened()) {
            var pager = opened.add(new PageReceiver(0, Map.of(PrometheusStack.NAME, new AlertmanagerPages())));
            var arena = opened.add(new ShopArena(this::open, ground -> watchers(ground, pager)));
            return new Contest(arena, PACE, clock, tell).run(challenges, seeds);
        }
    }

    private ShopGround open() {
        var ground = ShopGround.open(setting, home, 1, tell);
        // A JVM that has just started is slow by itself; a guard that learns then would think that usual.
        warmUp();
        return ground;
    }

    private List<Watcher> watchers(ShopGround ground, PageReceiver pager) {
        tell.accept("starting the guard in a process of its own; it learns what is usual");
        var guard = new GuardWatcher(ground.startGuard(), clock);
        return besidePrometheus ? List.of(guard, prometheus(ground, pager)) : List.of(guard);
    }

    private static PrometheusStack prometheus(ShopGround ground, PageReceiver pager) {
        var stage = ground.stage();
        var nodes = new LinkedHashMap<String, InetSocketAddress>();
        stage.routes()
                .forEach(route -> nodes.put(route.node().name(), route.proxy().address()));
        var scene = new PeerScene(
                nodes,
                "chandlery",
                Passwords.Use.GUARD.role(),
                ground.pages(),
                pager.url(PrometheusStack.NAME),
                PeerScene.USUAL_INTERVAL);
        return new PrometheusStack(scene, pager, stage::start, ground::freePort);
    }

    private static void warmUp() {
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
