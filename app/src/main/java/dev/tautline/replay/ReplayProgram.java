package dev.tautline.replay;

import dev.tautline.stage.TautHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/// Runs a replay, prints its table and keeps the postmortem that the guard wrote.
public final class ReplayProgram {
    private static final DateTimeFormatter FILE =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final TautHome home;
    private final Clock clock;
    private final Consumer<String> tell;

    /// @param tell takes each step as it begins
    public ReplayProgram(TautHome home, Clock clock, Consumer<String> tell) {
        this.home = home;
        this.clock = clock;
        this.tell = tell;
    }

    /// @param id one of [Outages#ids]
    /// @param folder where the postmortem goes
    /// @return whether the guard named the injected cause and ruled out all that it had to
    /// @throws ReplayFailed when the replay could not be carried through
    public boolean run(String id, long seed, Path folder, PrintWriter out, Ansi ansi) {
        var outage = Outages.find(id).orElseThrow(() -> new IllegalArgumentException("no outage " + id));
        var result = new Replay(outage, seed, clock, tell).run(home);
        new ReplayReport(out, ansi).print(result);
        out.println("  postmortem   " + keep(result, folder));
        out.flush();
        return result.shortfalls().isEmpty();
    }

    private static Path keep(ReplayResult result, Path folder) {
        var name = result.outage().id() + "-replayed-" + FILE.format(result.onset()) + ".md";
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(name), result.postmortem());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the postmortem to " + folder, e);
        }
    }
}
