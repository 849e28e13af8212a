package dev.tautline.example;

import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/// What was booked. Thread-safe.
final class Bookings {
    private static final int ATTEMPTS = 5;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Bookings(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /// Whoever asks again, because an answer was lost, asks under the same id.
    ///
    /// @throws NotNow when the database does not take it now; nothing is known to be booked
    void take(UUID id, String what) {
        for (var attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> insert(id, what));
                return;
            } catch (DataAccessResourceFailureException | TransactionSystemException lost) {
                // The connection broke, perhaps after the commit: the same id makes a second try harmless.
                if (attempt == ATTEMPTS) {
                    throw new NotNow(lost);
                }
            } catch (DataAccessException | CannotCreateTransactionException refused) {
                throw new NotNow(refused);
            }
        }
    }

    int count() {
        return sql.sql("select count(*) from bookings").query(Integer.class).single();
    }

    private void insert(UUID id, String what) {
        sql.sql("insert into bookings (id, what) values (?, ?) on conflict (id) do nothing")
                .params(id, what)
                .update();
    }

    /// The database is away or busy: a page says so, and the customer may try again.
    static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotNow(Throwable cause) {
            super(cause);
        }
    }
}
