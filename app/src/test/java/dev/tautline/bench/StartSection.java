package dev.tautline.bench;

import java.io.PrintStream;
import java.time.Duration;

/// What the page says of the shop's start and memory, from what the rounds measured.
record StartSection(Rounds rounds, PrintStream out) {
    private static final String COMMAND = "java --enable-native-access=ALL-UNNAMED -cp"
            + " \"app/target/test-classes:app/target/classes:$(cat app/target/classpath.txt)\""
            + " dev.tautline.bench.StartBenchmark";

    void print(String machine, long cacheBytes, Duration shopping, double visitsPerSecond) {
        out.println("## Start and memory of the store\n");
        out.println("`" + COMMAND + "` on " + machine + "; raw figures in `" + rounds.file()
                + "`. The shop as `taut up`"
                + " starts it (one compiler, serial collector, at most 512 MB of heap), with and without a start-up cache"
                + " of " + cacheBytes / 1_000_000 + " MB that the JDK made of an earlier run, in turns. Median of the"
                + " rounds; fastest and slowest in parentheses.\n");
        out.println("| | with the cache | without | goal |");
        out.println("|---|---|---|---|");
        pair("ready", "ready", "≤ 4 s with the cache");
        pair("first page", "page", "");
        pair("processor time until then", "processor", "");
        out.println("| resident memory, just started | " + memory("fresh") + " | | |");
        out.printf(
                "| resident memory after %d s with %.0f visits/s | %s | | ≤ 300 MB |%n",
                shopping.toSeconds(), visitsPerSecond, memory("shopped"));
    }

    private void pair(String what, String figure, String goal) {
        out.println("| " + what + " | " + rounds.words("quick " + figure, "%.1f") + " s | "
                + rounds.words("plain " + figure, "%.1f") + " s | " + goal + " |");
    }

    private String memory(String when) {
        return "%.0f MB (at most %.0f MB)"
                .formatted(rounds.median("quick " + when + " resident"), rounds.median("quick " + when + " peak"));
    }
}
