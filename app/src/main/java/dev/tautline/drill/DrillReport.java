package dev.tautline.drill;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The table of a drill: a line per seed, the sums, each promise with what became of it, and the evidence of what
/// broke.
public final class DrillReport {
    private static final String ROW = "%6s %6s %5s %8s %5s %8s %10s %10s %9s %6s %8s %5s%n";

    private final PrintWriter out;
    private final List<SeedResult> results = new ArrayList<>();

    public DrillReport(PrintWriter out) {
        this.out = out;
    }

    public void head() {
        out.printf(
                ROW,
                "seed",
                "orders",
                "ok",
                "received",
                "no",
                "unknown",
                "confirmed",
                "cancelled",
                "rejected",
                "staff",
                "mishaps",
                "wrong");
        out.flush();
    }

    public void add(SeedResult result) {
        results.add(result);
        line(Long.toString(result.seed()), List.of(result));
    }

    /// True when every promise was kept.
    public boolean end() {
        if (results.size() > 1) {
            line("all", results);
        }
        out.printf("%nWhat went wrong on purpose: %s%n%n", mishaps());
        for (var invariant : Invariant.values()) {
            promise(invariant);
        }
        out.flush();
        return violations().isEmpty();
    }

    private void line(String name, List<SeedResult> some) {
        out.printf(
                ROW,
                name,
                some.stream().mapToLong(one -> one.attempts().size()).sum(),
                sum(some, Attempt.Outcome.OK),
                sum(some, Attempt.Outcome.RECEIVED),
                sum(some, Attempt.Outcome.FAIL),
                sum(some, Attempt.Outcome.UNKNOWN),
                ended(some, "CONFIRMED"),
                ended(some, "CANCELLED"),
                ended(some, "REJECTED"),
                some.stream().mapToLong(one -> one.deeds().size()).sum(),
                some.stream()
                        .flatMap(one -> one.mishaps().values().stream())
                        .mapToLong(Long::longValue)
                        .sum(),
                some.stream().mapToLong(one -> one.violations().size()).sum());
        out.flush();
    }

    private void promise(Invariant invariant) {
        var broken = violations().stream()
                .filter(violation -> violation.invariant() == invariant)
                .toList();
        var verdict = broken.isEmpty() ? "kept" : "BROKEN %d times".formatted(broken.size());
        out.printf("  %s %-66s %s%s%n", invariant.id(), invariant.promise(), verdict, aside(invariant));
        for (var violation : broken) {
            out.printf("     %s: %s%n", violation.subject(), violation.what());
            violation.evidence().forEach(line -> out.printf("       %s%n", line));
        }
    }

    private String aside(Invariant invariant) {
        return switch (invariant) {
            case MONEY ->
                " (%d shipments, cancellations and refunds: %d done, %d refused, %d unknown)"
                        .formatted(
                                results.stream()
                                        .mapToLong(one -> one.deeds().size())
                                        .sum(),
                                deeds(Deed.Outcome.DONE),
                                deeds(Deed.Outcome.REFUSED),
                                deeds(Deed.Outcome.UNKNOWN));
            case NOTHING_UNRESOLVED ->
                " (%d unknown: %d done, the rest not done)"
                        .formatted(
                                sum(results, Attempt.Outcome.UNKNOWN),
                                results.stream()
                                        .mapToLong(SeedResult::unknownDone)
                                        .sum());
            case EACH_ORDER_ONCE, ONE_ORDER_PER_CHECKOUT, STOCK, PROMOS, EACH_EVENT_ONCE -> "";
        };
    }

    private String mishaps() {
        Map<String, Long> sums = new TreeMap<>();
        results.forEach(one -> one.mishaps().forEach((what, times) -> sums.merge(what, times, Long::sum)));
        return sums.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "×")
                .collect(Collectors.joining(", "));
    }

    /// The same violation may be seen again by the seeds after it.
    private List<Violation> violations() {
        return results.stream()
                .flatMap(one -> one.violations().stream())
                .distinct()
                .toList();
    }

    private long deeds(Deed.Outcome outcome) {
        return results.stream().mapToLong(one -> one.count(outcome)).sum();
    }

    private static long sum(List<SeedResult> some, Attempt.Outcome outcome) {
        return some.stream().mapToLong(one -> one.count(outcome)).sum();
    }

    private static long ended(List<SeedResult> some, String state) {
        return some.stream().mapToLong(one -> one.ended(state)).sum();
    }
}
