package dev.tautline.bench;

import java.io.PrintStream;
import java.util.List;

/// What the page says of orders, from what the rounds measured.
record OrderSection(Rounds rounds, PrintStream out) {
    private static final String COMMAND = "java --enable-native-access=ALL-UNNAMED -cp"
            + " \"app/target/test-classes:app/target/classes:$(cat app/target/classpath.txt)\""
            + " dev.tautline.bench.OrderBenchmark";

    void print(String machine, int connections, List<Long> histories) {
        out.println("## Orders of the store\n");
        out.println("`" + COMMAND + "` on " + machine + "; raw figures in `" + rounds.file()
                + "`. Buyers, shop, payment"
                + " provider and database share these processors. *Bare* is the SQL of an order, in the same"
                + " transactions, by JDBC alone and without a provider that is asked twice in between; both have "
                + connections + " connections and as many buyers at once. Median of the rounds, in turns; fastest and"
                + " slowest in parentheses. Latency counts from when the order was due (open load).\n");
        out.println("| orders | measured | goal |");
        out.println("|---|---|---|");
        row("bare SQL, at most", rounds.words("bare", "%.0f") + " /s", "");
        row("over HTTP, at most", rounds.words("shop", "%.0f") + " /s", "");
        row("over HTTP as a share of bare", rounds.words("share", "%.0f") + " %", "≥ 60 %");
        row("all of one article, over HTTP", rounds.words("hot shop", "%.0f") + " /s", "≥ 300 /s");
        row("bare holds of one article", rounds.words("hot bare holds", "%.0f") + " /s", "");
        row(at("busy"), "p50 " + millis("busy p50") + ", p95 " + millis("busy p95"), "p95 ≤ 60 ms");
        for (var history : histories) {
            var what = "history " + history;
            row(
                    "%s, %,d orders in the table".formatted(at(what), history),
                    "p50 " + millis(what + " p50") + ", p95 " + millis(what + " p95"),
                    "no growth");
        }
        processors();
    }

    private void processors() {
        out.println("\nWhere the processors' time goes, ms per order (medians):\n");
        out.println("| | shop | database | provider | client | statements |");
        out.println("|---|---|---|---|---|---|");
        for (var side : List.of("bare", "shop")) {
            out.printf(
                    "| %s | %s | %s | %s | %s | %.1f |%n",
                    side.equals("bare") ? "bare" : "over HTTP",
                    spent(side, "shop"),
                    spent(side, "database"),
                    spent(side, "provider"),
                    spent(side, "client"),
                    rounds.median(side + " statements"));
        }
    }

    private String spent(String side, String where) {
        return "%.2f".formatted(rounds.median(side + " processor " + where));
    }

    private String at(String what) {
        return "at %.0f orders/s".formatted(rounds.median(what + " rate"));
    }

    private String millis(String figure) {
        return rounds.words(figure, "%.0f") + " ms";
    }

    private void row(String what, String measured, String goal) {
        out.println("| " + what + " | " + measured + " | " + goal + " |");
    }
}
