package dev.tautline.bench;

import dev.tautline.shoppers.Crowd;
import dev.tautline.stage.StoreSettings;
import dev.tautline.stage.TautHome;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// How long the shop takes from its process's birth to "ready" and to its first page, with the JDK's start-up cache and
/// without, and how much memory it keeps once people have shopped. Prints the whole section of
/// `docs/reference/benchmarks.md`; the raw figures go to a folder that the argument names.
public final class StartBenchmark {
    private static final int ROUNDS = 5;
    private static final double VISITS_PER_SECOND = 4;
    private static final Duration SHOPPING = Duration.ofSeconds(20);

    private final BenchShop shop;
    private final Rounds rounds;

    private StartBenchmark(BenchShop shop, Rounds rounds) {
        this.shop = shop;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        var rounds = Rounds.in(Path.of(arguments.length > 0 ? arguments[0] : "target/benchmarks"), "start");
        var folder = Files.createTempDirectory("start-benchmark");
        var cache = StartCache.in(folder);
        try (var shop = BenchShop.open(cache.recordingOptions().toArray(String[]::new))) {
            new StartBenchmark(shop, rounds).run(cache, System.out);
        } finally {
            for (var file : new String[] {"shop.aotconf", "shop.aot", "shop.aot.log"}) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private void run(StartCache cache, PrintStream out) throws IOException, InterruptedException {
        shopFor(SHOPPING);
        shop.store().close();
        cache.make(TautHome.find(System.getProperties()).storeJar());
        var watched = shop.settings();
        var plain = new StoreSettings(
                watched.name(), watched.port(), watched.managementPort(), watched.databaseUrl(), watched.paymentUrl());
        var quick = plain.withJvmOption(cache.option());
        start(0, "warm-up", plain);
        start(0, "warm-up", quick);
        for (var round = 1; round <= ROUNDS; round++) {
            start(round, "plain", plain);
            start(round, "quick", quick);
        }
        memory("quick", "fresh");
        shopFor(SHOPPING);
        memory("quick", "shopped");
        new StartSection(rounds, out)
                .print(Machine.words(Path.of(".")), Files.size(cache.cache()), SHOPPING, VISITS_PER_SECOND);
    }

    private void start(int round, String what, StoreSettings settings) throws IOException, InterruptedException {
        shop.store().close();
        long begin = System.nanoTime();
        shop.restart(settings);
        rounds.note(round, what + " ready", seconds(begin), "s");
        try (var http = Callers.plain()) {
            var page = HttpRequest.newBuilder(shop.page("/p/" + shop.products().getFirst()))
                    .build();
            int status = http.send(page, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException("the first page was answered with " + status);
            }
        }
        rounds.note(round, what + " page", seconds(begin), "s");
        rounds.note(round, what + " processor", ProcessorTime.now(shop).shop(), "s");
    }

    private void shopFor(Duration howLong) throws InterruptedException {
        try (var crowd = new Crowd(shop.store().shopUrl(), 1, VISITS_PER_SECOND, howLong)) {
            crowd.arrive();
            Thread.sleep(howLong);
        }
    }

    private void memory(String what, String when) throws IOException {
        var status = Files.readAllLines(
                Path.of("/proc", Long.toString(shop.store().process().pid()), "status"));
        rounds.note(0, what + " " + when + " resident", megabytes(status, "VmRSS:"), "MB");
        rounds.note(0, what + " " + when + " peak", megabytes(status, "VmHWM:"), "MB");
    }

    /// The kernel counts in KiB (proc_pid_status(5)).
    private static double megabytes(Iterable<String> status, String key) throws IOException {
        for (var line : status) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("the kernel tells no " + key);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
