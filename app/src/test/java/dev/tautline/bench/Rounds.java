package dev.tautline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the rounds of a benchmark measured. Each figure is a line of a CSV file at once; tables get median and spread.
final class Rounds {
    private final Path file;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private Rounds(Path file) {
        this.file = file;
    }

    /// Starts a file of this name in a folder, in place of an earlier one.
    static Rounds in(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(name + ".csv");
        Files.writeString(file, "at,round,figure,value,unit\n");
        return new Rounds(file);
    }

    Path file() {
        return file;
    }

    /// @param unit last in the line, such as `/s` or `ms`
    void note(int round, String figure, double value, String unit) {
        figures.computeIfAbsent(figure, _ -> new ArrayList<>()).add(value);
        var line = String.format(Locale.ROOT, "%s,%d,%s,%.4f,%s%n", Instant.now(), round, figure, value, unit);
        try {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the figures in " + file, e);
        }
    }

    double median(String figure) {
        var sorted = sorted(figure);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// The median, and behind it the smallest and the largest.
    ///
    /// @param format of one number, as for `String.format`
    String words(String figure, String format) {
        var sorted = sorted(figure);
        var pattern = format + " (" + format + "–" + format + ")";
        return String.format(Locale.ENGLISH, pattern, median(figure), sorted.getFirst(), sorted.getLast());
    }

    private List<Double> sorted(String figure) {
        var values = figures.get(figure);
        if (values == null) {
            throw new IllegalArgumentException("nothing was measured as " + figure);
        }
        return values.stream().sorted().toList();
    }
}
