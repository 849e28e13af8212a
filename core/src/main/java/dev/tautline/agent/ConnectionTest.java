package dev.tautline.agent;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens one connection outside the pool, with the pool's driver, URL and credentials, and says what came of it.
/// Each `run` ends within the timeout, whatever the driver does.
public final class ConnectionTest {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTest.class);

    private final Supplier<Opening> opening;

    /// `opening` is asked anew for each run, because credentials may have been rotated.
    ConnectionTest(Supplier<Opening> opening) {
        this.opening = opening;
    }

    /// What to do about a database that cannot be reached.
    public enum Mode {
        /// Throw: better no instance than one that cannot work.
        FAIL_FAST,
        /// Log a warning and go on: the database may come later.
        WARN,
        /// Do not test.
        OFF
    }

    /// How a test ended.
    public sealed interface Result {
        /// `took` is from the first lookup to the server's first answer to a query.
        record Connected(Duration took) implements Result {}

        record Failed(FailedConnect failure) implements Result {}
    }

    /// For application start.
    ///
    /// @throws ConnectionTestException in mode `FAIL_FAST`, when no connection could be opened
    public void apply(Mode mode) {
        if (mode == Mode.OFF) {
            return;
        }
        switch (run()) {
            case Result.Connected connected ->
                LOG.info(
                        "The database answers: connected in {} ms.",
                        connected.took().toMillis());
            case Result.Failed failed -> complain(failed.failure(), mode);
        }
    }

    private static void complain(FailedConnect failure, Mode mode) {
        if (mode == Mode.FAIL_FAST) {
            throw new ConnectionTestException(failure);
        }
        LOG.warn("{}", failure.sentence());
    }

    public Result run() {
        return opening.get().open();
    }
}
