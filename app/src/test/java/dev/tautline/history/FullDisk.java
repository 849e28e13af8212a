package dev.tautline.history;

import dev.tautline.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Keeps a history on a disk that fills up and is freed again, and prints what it says. A program of its own, for only
/// there is the small disk mounted.
final class FullDisk {
    private FullDisk() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var filler = folder.resolve("filler");
        var incidents = new ArrayList<Incident>();
        incidents.add(Incidents.open("i0"));
        var now = Incidents.ONSET;
        try (var history = history(folder)) {
            history.write(now, incidents, null, List.of(), List.of());
            fill(filler);
            for (int i = 1; i < 300; i++) {
                incidents.add(Incidents.open("i" + i));
            }
            history.write(now.plusSeconds(1), incidents, null, List.of(), List.of());
            history.write(now.plusSeconds(2), incidents, null, List.of(), List.of());
            Files.delete(filler);
            history.write(now.plusSeconds(3), incidents, null, List.of(), List.of());
        }
        try (var reader = HistoryReader.of(folder)) {
            System.out.println(
                    "incidents on the disk: " + (reader.incident("i299").isPresent() ? "all" : "not all"));
        }
    }

    private static HistoryFile history(Path folder) {
        return HistoryFile.in(folder, Duration.ofDays(1), Clock.systemUTC(), new Hearing(System.out::println));
    }

    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            System.out.println("the disk is full");
        }
    }
}
