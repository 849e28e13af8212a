package dev.tautline.drill;

import dev.tautline.lab.DeadlineMissed;
import dev.tautline.stage.TautHome;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Buyers order and clerks ship, cancel and refund under a seeded schedule of mishaps; then everything is healed,
/// settles, and the witnesses are compared.
/// Seeds share a scene until one has used up its standby. For one thread.
public final class OrdersDrill implements AutoCloseable {
    private static final Duration WINDOW = Duration.ofSeconds(6);
    private static final Duration SETTLED = Duration.ofSeconds(150);
    private static final Duration SELLING = Duration.ofSeconds(60);
    private static final int BUYERS = 12;
    private static final int ORDERS_EACH = 3;
    /// Two clerks, so that they look at the same order now and then.
    private static final int CLERKS = 2;
    private static final int LOOKS_EACH = 8;
    /// A shop that was killed may take a minute to be back on a busy machine.
    private static final Duration WORKING = Duration.ofMinutes(2);
    /// Fewer than there are buyers who have the code.
    private static final int PROMO_USES = 5;
    /// Few articles with few pieces: buyers must fight for them.
    private static final List<String> SKUS = List.of("RIG-BOW-06", "RIG-BOW-08", "RIG-SNA-70", "DEC-CLE-15");
    private static final int PIECES = 9;
    /// Each fourth seed loses its primary for good: a new cluster takes half a minute.
    private static final int FAILOVER_EVERY = 4;

    private final TautHome home;
    private final Consumer<String> tell;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private @Nullable DrillScene scene;

    /// @param tell takes each step as it begins
    public OrdersDrill(TautHome home, Consumer<String> tell) {
        this.home = home;
        this.tell = tell;
    }

    public SeedResult run(long seed) {
        var began = System.nanoTime();
        var random = new Random(seed * 6_364_136_223_846_793_005L + 1);
        var failover = Math.floorMod(seed, FAILOVER_EVERY) == FAILOVER_EVERY - 1;
        var here = sceneFor(failover);
        here.restock(SKUS, PIECES);
        awaitSelling(seed, here);
        var promo = promoOf(seed, here);
        tell.accept("seed %d: %d buyers".formatted(seed, BUYERS));
        var mishaps = new Mishaps(here, Mishap.schedule(random, WINDOW, failover));
        var own = shopWhile(here, mishaps, random, promo);
        attempts.addAll(own.attempts());
        deeds.addAll(own.deeds());
        tell.accept("seed %d: %d orders sent, settling"
                .formatted(seed, own.attempts().size()));
        return judge(seed, here, own, mishaps, Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public void close() {
        if (scene != null) {
            scene.close();
            scene = null;
        }
        http.close();
    }

    /// Mishaps should have something to break. On a machine that is too busy the journal takes all orders: that counts,
    /// too.
    private void awaitSelling(long seed, DrillScene here) {
        try {
            here.awaitSelling(here.reader(http), SELLING);
        } catch (DeadlineMissed busy) {
            tell.accept("seed %d: %s".formatted(seed, busy.getMessage()));
        }
    }

    private DrillScene sceneFor(boolean failover) {
        var present = scene;
        if (present != null && (!failover || present.canFailOver())) {
            return present;
        }
        if (present != null) {
            present.close();
            attempts.clear();
            deeds.clear();
        }
        var fresh = DrillScene.open(home, tell);
        scene = fresh;
        return fresh;
    }

    /// A code of this seed, entered once; empty when the shop is too busy to take it.
    private String promoOf(long seed, DrillScene here) {
        var code = "SEED-" + seed;
        here.clerk(http).makePromo(code, PROMO_USES);
        var browser = new Browser(here.shopUrl(), http);
        try {
            browser.post("/cart/promo", Map.of("code", code));
        } catch (IOException busy) {
            tell.accept("seed %d: nobody has a promotion code: %s".formatted(seed, busy));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillFailed("interrupted while entering a promotion code", interrupted);
        }
        return browser.cookie(BuyerRun.PROMO);
    }

    private record Done(List<Attempt> attempts, List<Deed> deeds) {}

    private Done shopWhile(DrillScene here, Mishaps mishaps, Random random, String promo) {
        var started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var buying = new ArrayList<Future<List<Attempt>>>();
            for (var number = 1; number <= BUYERS; number++) {
                var name = "buyer " + number;
                var own = new Random(random.nextLong());
                Callable<List<Attempt>> shopping = () -> shop(here, name, own, started, threads, promo);
                buying.add(threads.submit(shopping));
            }
            var working = new ArrayList<Future<List<Deed>>>();
            for (var number = 1; number <= CLERKS; number++) {
                var name = "clerk " + number;
                var own = new Random(random.nextLong());
                Callable<List<Deed>> deeds = () -> work(here, name, own, started);
                working.add(threads.submit(deeds));
            }
            mishaps.happen(started);
            return new Done(all(buying), all(working));
        } finally {
            mishaps.heal();
        }
    }

    private List<Deed> work(DrillScene here, String name, Random random, long started) throws InterruptedException {
        var done = new ArrayList<Deed>();
        var clerk = new ClerkRun(name, here.clerk(http).browser(), random, () -> millisSince(started));
        for (var looks = 0; looks < LOOKS_EACH && millisSince(started) < WORKING.toMillis(); ) {
            Thread.sleep(random.nextInt(900));
            try {
                clerk.doSomething().ifPresent(done::add);
                looks++;
            } catch (IOException away) {
                // The shop or its database is away; people come back.
            }
        }
        return done;
    }

    private List<Attempt> shop(
            DrillScene here, String name, Random random, long started, ExecutorService clicks, String promo)
            throws InterruptedException {
        var made = new ArrayList<Attempt>();
        for (var order = 1; order <= ORDERS_EACH; order++) {
            Thread.sleep(random.nextInt(1200));
            var browser = new Browser(here.shopUrl(), http);
            new BuyerRun(
                            "%s, order %d".formatted(name, order),
                            browser,
                            random,
                            () -> millisSince(started),
                            clicks,
                            promo)
                    .buy(SKUS.get(random.nextInt(SKUS.size())), random.nextInt(1, 3))
                    .ifPresent(made::add);
        }
        return made;
    }

    private static long millisSince(long started) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private SeedResult judge(long seed, DrillScene here, Done own, Mishaps mishaps, Duration took) {
        var reader = here.reader(http);
        try {
            here.awaitSettled(reader, SETTLED);
        } catch (DeadlineMissed unsettled) {
            // Told by the checker, order by order.
            tell.accept("seed %d: %s".formatted(seed, unsettled.getMessage()));
        }
        var evidence = reader.read(here.primary(), attempts, deeds);
        var checkouts = own.attempts().stream().map(Attempt::checkout).collect(Collectors.toCollection(HashSet::new));
        var orders = evidence.orders().stream()
                .filter(order -> checkouts.contains(order.checkout()))
                .toList();
        Map<String, Long> ends = orders.stream()
                .collect(Collectors.groupingBy(Evidence.OrderRow::state, TreeMap::new, Collectors.counting()));
        var done = own.attempts().stream()
                .filter(attempt -> attempt.outcome() == Attempt.Outcome.UNKNOWN
                        && !evidence.ordersOf(attempt.checkout()).isEmpty())
                .count();
        return new SeedResult(
                seed, took, own.attempts(), own.deeds(), ends, done, mishaps.happened(), Checker.check(evidence));
    }

    private static <T> List<T> all(List<Future<List<T>>> running) {
        return running.stream().flatMap(one -> result(one).stream()).toList();
    }

    private static <T> List<T> result(Future<List<T>> running) {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            throw new DrillFailed("a buyer or clerk could not go on: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillFailed("interrupted while buyers shop", interrupted);
        }
    }
}
