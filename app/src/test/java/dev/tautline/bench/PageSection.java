package dev.tautline.bench;

import java.io.PrintStream;

/// What the page says of the shop's pages, from what the rounds measured.
record PageSection(Rounds rounds, PrintStream out) {
    private static final String COMMAND = "java --enable-native-access=ALL-UNNAMED -cp"
            + " \"app/target/test-classes:app/target/classes:$(cat app/target/classpath.txt)\""
            + " dev.tautline.bench.PageBenchmark";

    void print(String machine, int visitors) {
        out.println("## Pages of the store, and what it does without its database\n");
        out.println("`" + COMMAND + "` on " + machine + "; raw figures in `" + rounds.file() + "`. Visitors, shop and"
                + " database share these processors, so the first row says what all of them reach together, and the"
                + " second one goes by the shop's own processor time. Product pages, picked at random, not compressed."
                + " Median of the rounds; fastest and slowest in parentheses. Latency counts from when the request"
                + " was due (open load).\n");
        out.println("| | measured | goal |");
        out.println("|---|---|---|");
        row("product pages, " + visitors + " visitors without a pause", rounds.words("pages", "%.0f") + " /s", "");
        row(
                "per second of the shop's processor time",
                rounds.words("pages per core", "%.0f") + " /s",
                "≥ 2,000 /s per core");
        row(
                "share of all processor time that the visitors' side took",
                rounds.words("client share", "%.0f") + " %",
                "");
        latency("with the database", "with", "");
        latency("with a database that is silent", "silent", "p99 ≤ 50 ms");
        latency("with the database stopped", "cut", "p99 ≤ 50 ms");
        row(
                "an order received into the journal, 20/s",
                "p50 " + rounds.words("intake p50", "%.1f") + " ms, p95 " + rounds.words("intake p95", "%.1f") + " ms",
                "p95 ≤ 30 ms");
        row(
                "of it the disk: 700 bytes and fsync, bare",
                "p50 " + rounds.words("bare fsync p50", "%.1f") + " ms, p95 " + rounds.words("bare fsync p95", "%.1f")
                        + " ms",
                "");
        row(
                "from the database's first connection to the first order over it",
                rounds.words("back", "%.2f") + " s",
                "≤ 5 s");
    }

    private void latency(String what, String figure, String goal) {
        row(
                "%s, at %.0f pages/s".formatted(what, rounds.median(figure + " rate")),
                "p50 " + rounds.words(figure + " p50", "%.1f") + " ms, p99 " + rounds.words(figure + " p99", "%.1f")
                        + " ms",
                goal);
    }

    private void row(String what, String measured, String goal) {
        out.println("| " + what + " | " + measured + " | " + goal + " |");
    }
}
