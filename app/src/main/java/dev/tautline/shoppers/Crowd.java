package dev.tautline.shoppers;

import dev.tautline.lab.Injection;
import dev.tautline.lab.load.Arrival;
import dev.tautline.lab.load.LoadRun;
import dev.tautline.lab.load.OpenLoad;
import dev.tautline.lab.load.Spacing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The shoppers: visits begin at a fixed rate whether or not the shop keeps up, each by one of sixty people. Counts by
/// itself who was hit, as people would: by pages that failed or took over a second. Thread-safe.
public final class Crowd implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);
    private static final int SHOPPERS = 60;

    private final long seed;
    private final double visitsPerSecond;
    private final Duration longest;
    private final List<Shopper> shoppers;
    private final Set<Integer> visiting = ConcurrentHashMap.newKeySet();
    private final Set<Integer> hit = ConcurrentHashMap.newKeySet();
    private final AtomicLong harmed = new AtomicLong();
    private final BooleanSupplier patient;
    private volatile boolean counting;
    private @Nullable LoadRun load;

    /// @param visitsPerSecond begun on the average
    /// @param longest until when people come, unless they are sent home before
    public Crowd(URI shop, long seed, double visitsPerSecond, Duration longest) {
        this(shop, seed, visitsPerSecond, longest, () -> false);
    }

    /// @param patient while it says so a slow page harms nobody
    public Crowd(URI shop, long seed, double visitsPerSecond, Duration longest, BooleanSupplier patient) {
        this.patient = patient;
        this.seed = seed;
        this.visitsPerSecond = visitsPerSecond;
        this.longest = longest;
        this.shoppers = IntStream.rangeClosed(1, SHOPPERS)
                .mapToObj(number -> new Shopper(shop, address(number)))
                .toList();
    }

    /// Visits that begin each second.
    public double rate() {
        return visitsPerSecond;
    }

    public void arrive() {
        load = OpenLoad.of(visitsPerSecond, longest)
                .spaced(Spacing.POISSON, seed)
                .start(this::visit);
    }

    /// More of the same people come, so that there are so many times the usual visits in all, until the answer is
    /// closed.
    ///
    /// @param times above 1
    public Injection come(double times) {
        var more = OpenLoad.of(visitsPerSecond * (times - 1), longest)
                .spaced(Spacing.POISSON, seed + 1)
                .start(this::visit);
        return Injection.healedBy(more::close);
    }

    /// From now on shoppers are counted.
    public void outageBegins() {
        counting = true;
    }

    public void outageEnds() {
        counting = false;
    }

    /// Visits so far, whenever they were, that broke off or saw a slow page.
    public long harmed() {
        return harmed.get();
    }

    /// Of the shoppers who visited during the outage, the share that was hit, 0 to 1.
    public double shareHit() {
        return visiting.isEmpty() ? 0 : (double) hit.size() / visiting.size();
    }

    /// The same seed gives the same visits by the same people, whatever the shop answers.
    private void visit(Arrival arrival) throws IOException, InterruptedException {
        var random = new Random(seed * 1_000_003 + arrival.number());
        int who = random.nextInt(SHOPPERS);
        var tab = shoppers.get(who).open();
        boolean counted = counting;
        if (counted) {
            visiting.add(who);
        }
        try {
            new Visit(random).run(tab);
        } catch (IOException e) {
            harm(who, counted, e.toString());
            throw e;
        }
        if (tab.sawSlowPage() && !patient.getAsBoolean()) {
            harm(who, counted, "saw a slow page");
        }
    }

    private void harm(int who, boolean counted, String what) {
        LOG.debug("shopper {} {}", who, what);
        harmed.incrementAndGet();
        if (counted) {
            hit.add(who);
        }
    }

    /// An address of one's own on the loopback net, so that a balancer tells people apart.
    private static InetAddress address(int number) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 77, (byte) number});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    public void close() {
        if (load != null) {
            load.close();
        }
        shoppers.forEach(Shopper::close);
    }
}
