package dev.tautline.agent;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where pgjdbc's log-ins hang that a `loginTimeout` gave up. Its exception says only that time is up, but the thread
/// that was given up still stands where it waits. Looking at all threads costs a pause, so only for such an exception.
final class AbandonedLogins {
    private static final String LOG_IN = "org.postgresql.core.v3.ConnectionFactoryImpl";

    private AbandonedLogins() {}

    /// Empty when none hangs, or when several hang at different steps: then nobody knows which one was ours.
    static Optional<ConnectStep> step(Function<StackTraceElement[], Optional<ConnectStep>> reader) {
        List<ConnectStep> steps = Thread.getAllStackTraces().values().stream()
                .filter(AbandonedLogins::logsIn)
                .flatMap(frames -> reader.apply(frames).stream())
                .distinct()
                .toList();
        return steps.size() == 1 ? Optional.of(steps.getFirst()) : Optional.empty();
    }

    private static boolean logsIn(StackTraceElement[] frames) {
        return Stream.of(frames).anyMatch(frame -> frame.getClassName().equals(LOG_IN));
    }
}
