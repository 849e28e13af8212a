package dev.tautline.store.database;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs work with the rights of administration, for the length of one transaction. Whatever else the shop does has
/// none of them: it can neither read who works here nor change a price.
@Component
public class AdminTransactions {
    private static final String TAKE_ON = "SET LOCAL ROLE chandlery_admin";
    private static final int LONGEST_READ_SECONDS = 8;

    private final Transactions transactions;
    private final Line line;
    private final JdbcClient buy;
    private final JdbcClient browse;
    private final TransactionTemplate onStandby;

    AdminTransactions(Transactions transactions, Line line, JdbcClient buy, @Qualifier("browse") Line browse) {
        this.transactions = transactions;
        this.line = line;
        this.buy = buy;
        this.browse = browse.sql();
        this.onStandby = new TransactionTemplate(new JdbcTransactionManager(browse.dataSource()));
        onStandby.setReadOnly(true);
        onStandby.setTimeout(LONGEST_READ_SECONDS);
    }

    /// As `Transactions.inOne`: the work may run more than once.
    public <T> T inOne(Supplier<T> work) {
        return transactions.inOne(() -> {
            buy.sql(TAKE_ON).update();
            return work.get();
        });
    }

    public void inOne(Runnable work) {
        inOne(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /// Reads where it can be read: from a standby while there is no primary.
    public <T> T reading(Function<JdbcClient, T> question) {
        if (line.isUp()) {
            return inOne(() -> question.apply(buy));
        }
        return onStandby.execute(status -> {
            browse.sql(TAKE_ON).update();
            return question.apply(browse);
        });
    }

    /// Whether anything can be changed just now.
    public boolean canWrite() {
        return line.isUp();
    }
}
