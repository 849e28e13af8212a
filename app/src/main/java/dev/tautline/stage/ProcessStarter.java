package dev.tautline.stage;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts processes that do not outlive this one, not even when it is killed: on Linux the kernel ends them
/// (PR_SET_PDEATHSIG), and the next run on the same directory ends what is left by [StaleProcesses].
final class ProcessStarter implements AutoCloseable {
    private static final Duration TRIAL_TIMEOUT = Duration.ofSeconds(5);
    // A session of its own: Ctrl-C on the terminal must reach us, who stop the children in order, and not them.
    private static final List<String> OWN_SESSION = List.of("setsid");
    // KILL and not TERM: a child that hangs or takes its time must not outlive its parent either.
    private static final List<String> DIES_WITH_PARENT = List.of("setsid", "setpriv", "--pdeathsig", "KILL", "--");

    // The kernel means the death of the parent's thread, not of its process (prctl(2)): one thread starts them all
    // and lives as long as the starter.
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task ->
            Thread.ofPlatform().daemon().name("tautline-process-starter").unstarted(task));
    private final Map<String, String> inherited;
    private final List<String> wrapper;

    /// @param inherited variables of which a few are passed on
    ProcessStarter(Map<String, String> inherited) {
        this.inherited = Map.copyOf(inherited);
        this.wrapper = works(DIES_WITH_PARENT) ? DIES_WITH_PARENT : works(OWN_SESSION) ? OWN_SESSION : List.of();
    }

    Process start(Launch launch) {
        try {
            return thread.submit(() -> spawn(launch)).get();
        } catch (ExecutionException failed) {
            throw new StageFailed("Cannot start %s: %s".formatted(launch, failed.getCause()), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StageFailed("Interrupted while starting " + launch, interrupted);
        }
    }

    /// Ends the thread, and with it every process that still runs.
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Process spawn(Launch launch) throws IOException {
        var command = new ArrayList<>(wrapper);
        command.addAll(launch.command());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment(inherited));
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /// Older systems have no setpriv, or one that does not know the option.
    private static boolean works(List<String> wrapper) {
        try {
            var command = new ArrayList<>(wrapper);
            command.add("true");
            var trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (trial.waitFor(TRIAL_TIMEOUT)) {
                return trial.exitValue() == 0;
            }
            trial.destroyForcibly();
            return false;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
