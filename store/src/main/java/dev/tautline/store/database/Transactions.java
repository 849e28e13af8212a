package dev.tautline.store.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs work in one transaction on the buy pool and hands the connection back before it returns. A transaction that the
/// database rolled back for the sake of another one, or because a migration changed a table under it, is tried again,
/// at most three times, after a random pause.
/// The work may therefore run more than once: it must touch nothing but the database.
@Component
public class Transactions {
    private static final int RETRIES = 3;
    // No transaction of the shop takes more than tens of milliseconds; one that takes seconds holds locks others want.
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final PlatformTransactionManager manager;
    private final RandomGenerator random;

    Transactions(PlatformTransactionManager manager, RandomGenerator random) {
        this.manager = manager;
        this.random = random;
    }

    public <T> T inOne(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return template().execute(status -> work.get());
            } catch (DataAccessException | TransactionException failed) {
                if (attempt > RETRIES || Errand.current().left().isZero() || !SqlState.asksForAnotherTry(failed)) {
                    throw failed;
                }
                LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE.toNanos() * attempt));
            }
        }
    }

    public void inOne(Runnable work) {
        inOne(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /// A transaction ends when nobody waits for it any more.
    private TransactionTemplate template() {
        var template = new TransactionTemplate(manager);
        var left = Errand.current().left();
        template.setTimeout(Math.toIntExact(Math.clamp(left.plusMillis(999).toSeconds(), 1, LONGEST.toSeconds())));
        return template;
    }
}
