package dev.tautline.cli;

import dev.tautline.drill.DrillReport;
import dev.tautline.drill.OrdersDrill;
import dev.tautline.lab.LabException;
import dev.tautline.stage.StageFailed;
import dev.tautline.stage.StageRefused;
import dev.tautline.stage.StopSignals;
import dev.tautline.stage.TautHome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taut drill`: exercises that prove a promise under faults.
@InGroup(CommandGroup.RUN)
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Prove under faults that the shop keeps its promises.",
        synopsisSubcommandLabel = "DRILL",
        subcommands = DrillCommand.Orders.class)
final class DrillCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UsageException("Which drill? There is: orders.");
    }

    /// `taut drill orders`.
    @Command(
            name = "orders",
            mixinStandardHelpOptions = true,
            description =
                    "Buyers order while connections are cut, COMMITs go unanswered, servers crash and fail over, the shop"
                            + " is killed and the bank keeps silent; then buyers, database, bank and mails are compared.",
            footer = {
                "",
                "Exit code 0 when every promise was kept, 1 when one was broken, 3 when the drill could not be carried"
                        + " through."
            })
    static final class Orders implements Callable<Integer> {
        private static final int MOST_SEEDS = 10_000;

        @Option(
                names = "--seeds",
                paramLabel = "N",
                description = "How many schedules of mishaps, 1 to 10000 (default: ${DEFAULT-VALUE}).",
                defaultValue = "4")
        private int seeds;

        @Option(
                names = "--first-seed",
                paramLabel = "N",
                description =
                        "The first of them (default: ${DEFAULT-VALUE}); a seed gives the same schedule each time.",
                defaultValue = "1")
        private int first;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before call()
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (seeds < 1 || seeds > MOST_SEEDS) {
                throw new UsageException("--seeds %d: allowed are 1 to %d".formatted(seeds, MOST_SEEDS));
            }
            var signals = StopSignals.interruptingThisThread();
            try {
                return drill() ? ExitCode.CLEAN : ExitCode.FINDINGS;
            } catch (StageRefused refused) {
                throw new UsageException(String.valueOf(refused.getMessage()));
            } catch (StageFailed | LabException failed) {
                tell("taut: " + (signals.received() ? "stopped; no process is left running" : failed.getMessage()));
                return signals.received() ? ExitCode.INTERRUPTED : ExitCode.CANNOT_TELL;
            }
        }

        private boolean drill() {
            var report = new DrillReport(spec.commandLine().getOut());
            try (var drill = new OrdersDrill(TautHome.find(System.getProperties()), step -> tell("  · " + step))) {
                report.head();
                for (var seed = first; seed < first + seeds; seed++) {
                    report.add(drill.run(seed));
                }
                return report.end();
            }
        }

        private void tell(String line) {
            var err = spec.commandLine().getErr();
            err.println(line);
            err.flush();
        }
    }
}
