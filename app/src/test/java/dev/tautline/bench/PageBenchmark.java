package dev.tautline.bench;

import dev.tautline.lab.Deadline;
import dev.tautline.lab.load.LoadReport;
import dev.tautline.lab.load.OpenLoad;
import dev.tautline.lab.postgres.StopMode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// What the shop does from memory and disk: pages with the database and without it, orders that are received while it
/// is away, and how soon after its return somebody can buy over it again. Prints the whole section of
/// `docs/reference/benchmarks.md`; the raw figures go to a folder that the argument names.
public final class PageBenchmark {
    private static final int VISITORS = 8;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration LOAD = Duration.ofSeconds(6);
    /// Of the most that goes: as a shop that has room for a rush.
    private static final double USUAL = 0.25;

    private static final double ORDERS_PER_SECOND = 20;
    private static final int RECEIVED = 202;
    private static final int PLACED = 201;
    private static final int BARE_WRITES = 200;
    /// An encrypted record of one order is about as long.
    private static final int RECORD_BYTES = 700;

    private static final Duration MOST = Duration.ofSeconds(60);

    private final BenchShop shop;
    private final List<String> products;
    private final List<BenchShop.Article> articles;
    private final HttpClient http = Callers.plain();
    private final Callers callers = new Callers();
    private final Rounds rounds;

    private PageBenchmark(BenchShop shop, Rounds rounds) {
        this.shop = shop;
        this.products = shop.products();
        this.articles = shop.articles();
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        var rounds = Rounds.in(Path.of(arguments.length > 0 ? arguments[0] : "target/benchmarks"), "pages");
        try (var shop = BenchShop.open(BenchShop.BOTH_COMPILERS)) {
            new PageBenchmark(shop, rounds).run(System.out);
        }
    }

    private void run(PrintStream out) throws IOException, InterruptedException, ExecutionException {
        new ClosedLoop(VISITORS, WARM_UP).perSecond(_ -> read());
        for (var round = 1; round <= ROUNDS; round++) {
            most(round);
        }
        for (var round = 1; round <= ROUNDS; round++) {
            latency(round, "with");
        }
        withoutDatabase();
        for (var round = 1; round <= ROUNDS; round++) {
            comeBack(round);
        }
        http.shutdownNow();
        callers.close();
        new PageSection(rounds, out).print(Machine.words(Path.of(".")), VISITORS);
    }

    private void withoutDatabase() throws IOException, InterruptedException {
        try (var silent = shop.primary().freeze()) {
            awaitSnapshot();
            for (var round = 1; round <= ROUNDS; round++) {
                latency(round, "silent");
            }
        }
        shop.primary().stop(StopMode.FAST);
        awaitSnapshot();
        for (var round = 1; round <= ROUNDS; round++) {
            latency(round, "cut");
            receive(round);
            writeBare(round);
        }
        shop.primary().start();
        awaitSelling();
    }

    private void most(int round) throws InterruptedException, ExecutionException {
        var before = ProcessorTime.now(shop);
        double pages = new ClosedLoop(VISITORS, ROUND).perSecond(_ -> read());
        var spent = ProcessorTime.now(shop).since(before);
        rounds.note(round, "pages", pages, "/s");
        rounds.note(round, "pages per core", pages * ROUND.toSeconds() / spent.shop(), "/s");
        rounds.note(round, "client share", 100 * spent.client() / spent.all(), "%");
    }

    private void latency(int round, String database) {
        double rate = USUAL * rounds.median("pages");
        var report = OpenLoad.of(rate, LOAD).run(_ -> read());
        refuseFailures(report);
        rounds.note(round, database + " rate", rate, "/s");
        rounds.note(round, database + " p50", millis(report.total().p50()), "ms");
        rounds.note(round, database + " p99", millis(report.total().p99()), "ms");
    }

    private void receive(int round) {
        var report = OpenLoad.of(ORDERS_PER_SECOND, LOAD).run(_ -> {
            int status = shop.order(callers.next(), any());
            if (status != RECEIVED) {
                throw new IOException("an order was answered with " + status);
            }
        });
        refuseFailures(report);
        rounds.note(round, "intake p50", millis(report.total().p50()), "ms");
        rounds.note(round, "intake p95", millis(report.total().p95()), "ms");
    }

    /// The disk alone: as many bytes to the end of a file in the same place, and fsync.
    private void writeBare(int round) throws IOException {
        var file = shop.stage().directory().resolve("bare-writes");
        var millis = new double[BARE_WRITES];
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var write = 0; write < BARE_WRITES; write++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(RECORD_BYTES));
                channel.force(true);
                millis[write] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Files.delete(file);
        Arrays.sort(millis);
        rounds.note(round, "bare fsync p50", millis[BARE_WRITES / 2], "ms");
        rounds.note(round, "bare fsync p95", millis[BARE_WRITES * 95 / 100], "ms");
    }

    private void comeBack(int round) throws InterruptedException {
        shop.primary().stop(StopMode.FAST);
        awaitOrder(RECEIVED);
        // Long enough for the pools to have lost every connection and to be between two attempts.
        Thread.sleep(ThreadLocalRandom.current().nextLong(2_000, 4_000));
        var accepting = CompletableFuture.supplyAsync(this::firstConnection);
        shop.primary().start();
        awaitOrder(PLACED);
        long after = System.nanoTime() - accepting.join();
        rounds.note(round, "back", after / 1e9, "s");
    }

    /// When the server accepted the first connection.
    private long firstConnection() {
        Deadline.in(MOST).await("the database to accept connections", () -> {
            try (var connection = shop.primary().connect(BenchShop.DATABASE)) {
                return connection.isValid(1);
            } catch (SQLException notYet) {
                return false;
            }
        });
        return System.nanoTime();
    }

    private void awaitOrder(int status) {
        Deadline.in(MOST).await("an order to be answered with " + status, () -> ordered() == status);
    }

    private int ordered() {
        try {
            return shop.order(callers.next(), any());
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// What was received is placed before it goes on, so that it does not share the processors with what follows.
    private void awaitSelling() {
        awaitOrder(PLACED);
        Deadline.in(MOST.multipliedBy(3))
                .await("the journal to be empty", () -> journal().contains("\"value\":0.0"));
    }

    private String journal() {
        var request = HttpRequest.newBuilder(shop.store().managementUrl("metrics/chandlery.intake.depth"))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void awaitSnapshot() {
        Deadline.in(MOST).await("pages to say that they come from the snapshot", () -> {
            try {
                return page().headers().firstValue("Chandlery-Degraded").isPresent();
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    private void read() throws IOException, InterruptedException {
        int status = page().statusCode();
        if (status != 200) {
            throw new IOException("a page was answered with " + status);
        }
    }

    private HttpResponse<Void> page() throws IOException, InterruptedException {
        var slug = products.get(ThreadLocalRandom.current().nextInt(products.size()));
        var request =
                HttpRequest.newBuilder(shop.page("/p/" + slug)).timeout(MOST).build();
        return http.send(request, BodyHandlers.discarding());
    }

    private BenchShop.Article any() {
        return articles.get(ThreadLocalRandom.current().nextInt(articles.size()));
    }

    private static void refuseFailures(LoadReport report) {
        if (report.total().failures() + report.total().dropped() > 0) {
            throw new IllegalStateException("requests failed: %s, dropped: %d"
                    .formatted(report.total().failed(), report.total().dropped()));
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
