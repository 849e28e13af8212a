package dev.tautline.cli;

import dev.tautline.ground.DiagnoseBench;
import dev.tautline.ground.FaultChallenges;
import dev.tautline.ground.Ground;
import dev.tautline.lab.LabException;
import dev.tautline.lab.catalogue.FaultKind;
import dev.tautline.lab.catalogue.FaultRefused;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.scoring.Scoreboard;
import dev.tautline.scoring.ScoreboardMarkdown;
import dev.tautline.scoring.peer.PrometheusStack;
import dev.tautline.stage.StageFailed;
import dev.tautline.stage.StageRefused;
import dev.tautline.stage.StopSignals;
import dev.tautline.stage.TautHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taut bench`: how good the guard is.
@InGroup(CommandGroup.RUN)
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Score the guard on faults that it is not told of.",
        synopsisSubcommandLabel = "BENCH",
        subcommands = BenchCommand.Diagnose.class)
final class BenchCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UsageException("Which bench? There is: diagnose.");
    }

    /// `taut bench diagnose`.
    @Command(
            name = "diagnose",
            mixinStandardHelpOptions = true,
            description =
                    "Inject the catalogue's faults one after another, at random moments, into a shop that people use, and"
                            + " hold what the guard publishes against what each fault's page says.",
            footer = {
                "",
                "The guard is a process of its own and reads none of this. What cannot be injected here is skipped with"
                        + " its reason and counts for nothing.",
                "",
                "Exit code 0 when the bench was carried through, whatever the scores; 2 unusable input, 3 when it could"
                        + " not be."
            })
    static final class Diagnose implements Callable<Integer> {
        private static final int MOST_SEEDS = 100;
        private static final Duration HOLD_BESIDE_PEER = Duration.ofMinutes(3);

        /// Peers that can be scored beside the guard.
        enum Peer {
            PROMETHEUS
        }

        @Option(
                names = "--seeds",
                paramLabel = "N",
                defaultValue = "1",
                description = "How many orders and onsets, 1 to 100 (default: ${DEFAULT-VALUE}).")
        private int seeds;

        @Option(
                names = "--first-seed",
                paramLabel = "N",
                defaultValue = "1",
                description = "The first of them (default: ${DEFAULT-VALUE}).")
        private int first;

        @Option(
                names = "--faults",
                paramLabel = "ID",
                split = ",",
                description = "Only these, by their ids; 'taut fault list' has all (default: all).")
        private List<String> faults = List.of();

        @Option(
                names = "--against",
                paramLabel = "PEER",
                description = "Who watches beside the guard: ${COMPLETION-CANDIDATES}.")
        private @Nullable Peer peer;

        @Option(names = "--pooler", description = "Put a PgBouncer before the primary.")
        private boolean pooler;

        @Option(names = "--tls", description = "Have shop and guard insist on TLS, which faults of certificates need.")
        private boolean tls;

        @Option(
                names = "--markdown",
                paramLabel = "FILE",
                description = "Replace the section between the marks 'bench diagnose' of this page.")
        private @Nullable Path markdown;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before call()
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (seeds < 1 || seeds > MOST_SEEDS) {
                throw new UsageException("--seeds %d: allowed are 1 to %d".formatted(seeds, MOST_SEEDS));
            }
            var kinds = chosen();
            if (peer == Peer.PROMETHEUS && PrometheusStack.missing().isPresent()) {
                throw new UsageException(
                        "--against prometheus: " + PrometheusStack.missing().get());
            }
            var page = markdown == null ? null : BenchPage.at(markdown);
            var signals = StopSignals.interruptingThisThread();
            try {
                var board = bench(kinds);
                var text = new ScoreboardMarkdown(board).text();
                spec.commandLine().getOut().print(text);
                spec.commandLine().getOut().flush();
                if (page != null) {
                    page.write(commandLine(), Clock.systemUTC().instant(), text);
                }
                return signals.received() ? ExitCode.INTERRUPTED : ExitCode.CLEAN;
            } catch (StageRefused refused) {
                throw new UsageException(String.valueOf(refused.getMessage()));
            } catch (StageFailed | LabException failed) {
                tell("taut: " + (signals.received() ? "stopped; no process is left running" : failed.getMessage()));
                return signals.received() ? ExitCode.INTERRUPTED : ExitCode.CANNOT_TELL;
            } catch (IOException unwritable) {
                tell("taut: cannot write " + markdown + ": " + unwritable.getMessage());
                return ExitCode.CANNOT_TELL;
            }
        }

        private Scoreboard bench(List<FaultKind> kinds) {
            var usual = Ground.USUAL;
            var ground =
                    new Ground(usual.standbys(), usual.instances(), usual.roundTrip(), usual.visits(), pooler, tls);
            var hold = peer == null ? FaultChallenges.USUAL_HOLD : HOLD_BESIDE_PEER;
            var bench = new DiagnoseBench(
                    TautHome.find(System.getProperties()),
                    ground,
                    peer == Peer.PROMETHEUS,
                    Clock.systemUTC(),
                    step -> tell("  · " + step));
            return bench.run(
                    FaultChallenges.of(kinds, hold),
                    LongStream.range(first, (long) first + seeds).boxed().toList());
        }

        /// All that is wrong with the ids at once.
        private List<FaultKind> chosen() {
            var problems = new ArrayList<String>();
            var kinds = new ArrayList<FaultKind>();
            for (var id : faults) {
                try {
                    kinds.add(Faults.kind(id));
                } catch (FaultRefused refused) {
                    problems.addAll(refused.problems());
                }
            }
            if (!problems.isEmpty()) {
                throw new UsageException("--faults: " + String.join("; ", problems));
            }
            return faults.isEmpty() ? Faults.all() : kinds.stream().distinct().toList();
        }

        private String commandLine() {
            return "taut bench diagnose --seeds " + seeds
                    + (first == 1 ? "" : " --first-seed " + first)
                    + (faults.isEmpty() ? "" : " --faults " + String.join(",", faults))
                    + (peer == null ? "" : " --against " + Lowercase.of(peer))
                    + (pooler ? " --pooler" : "")
                    + (tls ? " --tls" : "");
        }

        private void tell(String line) {
            var err = spec.commandLine().getErr();
            err.println(line);
            err.flush();
        }
    }
}
