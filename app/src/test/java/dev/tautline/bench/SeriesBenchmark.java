package dev.tautline.bench;

import dev.tautline.history.series.Keeping;
import dev.tautline.history.series.Second;
import dev.tautline.history.series.SeriesReader;
import dev.tautline.history.series.SeriesRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How long reading thirty days of one series takes, as a chart of the dashboard asks for it, and how large the file of
/// the series is. The argument says how many days are written, 30 unless told; a value in every 30 seconds, so that
/// writing ends in minutes. Rows are printed as Markdown.
public final class SeriesBenchmark {
    private static final int RUNS = 21;
    private static final int MOST_POINTS = 4500;
    private static final int EVERY_SECONDS = 30;
    private static final List<String> SERIES = List.of("p95/shop-1", "requests/shop-1", "roundTrip/db-1");

    private SeriesBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int days = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory("series-benchmark");
        long to = Instant.now().getEpochSecond();
        long from = to - Duration.ofDays(days).toSeconds();
        write(folder, from, to);
        measure(folder, from, to, System.out);
    }

    private static void write(Path folder, long from, long to) {
        try (var recorder =
                SeriesRecorder.start(folder, Keeping.DEFAULT, Clock.systemUTC(), words -> System.err.println(words))) {
            for (long second = from; second < to; second += EVERY_SECONDS) {
                double swing = Math.sin(second / 3000.0) + Math.sin(second / 170.0);
                recorder.accept(new Second(
                        second,
                        Map.of(SERIES.get(0), 48 + swing, SERIES.get(1), 90 + 9 * swing, SERIES.get(2), 0.2),
                        List.of(),
                        List.of(),
                        false));
                recorder.awaitRoom();
            }
        }
    }

    private static void measure(Path folder, long from, long to, PrintStream out) throws IOException {
        var reader = SeriesReader.in(folder);
        var millis = new double[RUNS];
        int points = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            points = reader.line(SERIES.getFirst(), from, to, MOST_POINTS).size();
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        out.println("| days | points | first read | median | slowest | file |");
        out.println("|---|---|---|---|---|---|");
        out.printf(
                "| %d | %,d | %.0f ms | %.0f ms | %.0f ms | %,d kB |%n",
                (to - from) / 86_400,
                points,
                first,
                millis[RUNS / 2],
                millis[RUNS - 1],
                Files.size(folder.resolve("series.db")) / 1024);
    }
}
