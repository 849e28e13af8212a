package dev.tautline.bench;

import dev.tautline.lab.load.LoadReport;
import dev.tautline.lab.load.OpenLoad;
import dev.tautline.stage.Passwords;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Orders over HTTP beside the same SQL run bare, in turns in one run: how many a second, how long one takes at 70 % of
/// that, what many buyers of one article cost, and whether a long history makes the next order slower. Prints the whole
/// section of `docs/reference/benchmarks.md`; the raw figures go to a folder that the argument names.
public final class OrderBenchmark {
    private static final int CONNECTIONS = 20;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration LOAD = Duration.ofSeconds(6);
    private static final List<Long> HISTORIES = List.of(1_000L, 100_000L, 1_000_000L);
    /// Of the most that goes: so few that orders seldom wait for each other, and what is left is the order's own time.
    private static final double LIGHT = 0.35;

    private static final double BUSY = 0.7;

    private final BenchShop shop;
    private final Callers callers = new Callers();
    private final List<BenchShop.Article> articles;
    private final List<BareOrder> bare;
    private final Rounds rounds;
    private final PrintStream out;

    private OrderBenchmark(BenchShop shop, List<BareOrder> bare, Rounds rounds, PrintStream out) {
        this.shop = shop;
        this.articles = shop.articles();
        this.bare = bare;
        this.rounds = rounds;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var rounds = Rounds.in(Path.of(arguments.length > 0 ? arguments[0] : "target/benchmarks"), "orders");
        try (var shop = BenchShop.open(BenchShop.BOTH_COMPILERS)) {
            var bare = new ArrayList<BareOrder>();
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                bare.add(connect(shop));
            }
            var benchmark = new OrderBenchmark(shop, bare, rounds, System.out);
            benchmark.run();
        }
    }

    private static BareOrder connect(BenchShop shop) throws SQLException {
        var password = shop.stage().passwords().of(Passwords.Use.SHOP).reveal();
        var connection = DriverManager.getConnection(
                shop.primary().jdbcUrl(BenchShop.BARE), Passwords.Use.SHOP.role(), password);
        return new BareOrder(connection);
    }

    private void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        warmUp();
        for (var round = 1; round <= ROUNDS; round++) {
            most(round);
            hottest(round);
        }
        for (var round = 1; round <= ROUNDS; round++) {
            open(round, "busy", BUSY);
        }
        for (var history : HISTORIES) {
            FilledOrders.upTo(history, shop.primary());
            for (var round = 1; round <= ROUNDS; round++) {
                open(round, "history " + history, LIGHT);
            }
        }
        for (var connection : bare) {
            connection.close();
        }
        callers.close();
        print();
    }

    /// Also makes sure that both sides do the same.
    private void warmUp() throws InterruptedException, ExecutionException {
        var server = shop.primary();
        StatementCounts.reset(server);
        var bareOrders = new AtomicLong();
        new ClosedLoop(CONNECTIONS, ROUND).perSecond(worker -> {
            bare.get(worker).place(any());
            bareOrders.incrementAndGet();
        });
        var bareCounts = StatementCounts.since(server, BenchShop.BARE);
        StatementCounts.reset(server);
        var shopOrders = new AtomicLong();
        new ClosedLoop(CONNECTIONS, WARM_UP).perSecond(_ -> {
            order(any());
            shopOrders.incrementAndGet();
        });
        var shopCounts = StatementCounts.since(server, BenchShop.DATABASE);
        var foreign = shopCounts.seldomerThan(bareCounts, bareOrders.get(), shopOrders.get());
        if (!foreign.isEmpty()) {
            throw new IllegalStateException(
                    "the shop's orders do not run this, or not as often:\n" + String.join("\n", foreign));
        }
        rounds.note(0, "bare statements", bareCounts.each(bareOrders.get()), "/order");
        rounds.note(0, "shop statements", shopCounts.each(shopOrders.get()), "/order");
    }

    private void most(int round) throws InterruptedException, ExecutionException {
        var before = ProcessorTime.now(shop);
        double alone = new ClosedLoop(CONNECTIONS, ROUND)
                .perSecond(worker -> bare.get(worker).place(any()));
        noteProcessors(round, "bare", before, alone);
        before = ProcessorTime.now(shop);
        double orders = new ClosedLoop(CONNECTIONS, ROUND).perSecond(_ -> order(any()));
        noteProcessors(round, "shop", before, orders);
        rounds.note(round, "bare", alone, "/s");
        rounds.note(round, "shop", orders, "/s");
        rounds.note(round, "share", 100 * orders / alone, "%");
    }

    /// Milliseconds of processor time per order.
    private void noteProcessors(int round, String what, ProcessorTime before, double perSecond) {
        var spent = ProcessorTime.now(shop).since(before);
        double each = 1_000 / (perSecond * ROUND.toSeconds());
        rounds.note(round, what + " processor shop", spent.shop() * each, "ms/order");
        rounds.note(round, what + " processor database", spent.database() * each, "ms/order");
        rounds.note(round, what + " processor provider", spent.provider() * each, "ms/order");
        rounds.note(round, what + " processor client", spent.client() * each, "ms/order");
    }

    /// Everybody wants the same article.
    private void hottest(int round) throws InterruptedException, ExecutionException {
        var hot = articles.getFirst();
        rounds.note(
                round,
                "hot bare holds",
                new ClosedLoop(CONNECTIONS, ROUND)
                        .perSecond(worker -> bare.get(worker).hold(hot)),
                "/s");
        rounds.note(round, "hot shop", new ClosedLoop(CONNECTIONS, ROUND).perSecond(_ -> order(hot)), "/s");
    }

    private void open(int round, String what, double share) {
        double rate = share * rounds.median("shop");
        var report = OpenLoad.of(rate, LOAD).run(_ -> order(any()));
        refuseFailures(report);
        rounds.note(round, what + " rate", rate, "/s");
        rounds.note(round, what + " p50", millis(report.total().p50()), "ms");
        rounds.note(round, what + " p95", millis(report.total().p95()), "ms");
    }

    private void order(BenchShop.Article article) throws IOException, InterruptedException {
        int status = shop.order(callers.next(), article);
        if (status != 201) {
            throw new IOException("an order was answered with " + status);
        }
    }

    private BenchShop.Article any() {
        return articles.get(ThreadLocalRandom.current().nextInt(articles.size()));
    }

    private static void refuseFailures(LoadReport report) {
        if (report.total().failures() + report.total().dropped() > 0) {
            throw new IllegalStateException("orders failed: %s, dropped: %d"
                    .formatted(report.total().failed(), report.total().dropped()));
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private void print() throws IOException, InterruptedException {
        new OrderSection(rounds, out).print(Machine.words(Path.of(".")), CONNECTIONS, HISTORIES);
    }
}
