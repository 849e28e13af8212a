package dev.tautline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EvictDemotedTest {
    private final EvictDemoted override = new EvictDemoted();

    @Test
    void dropsAConnectionWhoseServerBecameReadOnly() {
        assertThat(override.adjudicate(new SQLException("cannot execute INSERT in a read-only transaction", "25006")))
                .isEqualTo(Override.MUST_EVICT);
    }

    @Test
    void keepsAConnectionWhoseStatementIsStale() {
        assertThat(override.adjudicate(new SQLException("cached plan must not change result type", "0A000")))
                .isEqualTo(Override.DO_NOT_EVICT);
    }

    @Test
    void leavesOtherErrorsToThePool() {
        assertThat(override.adjudicate(new SQLException("duplicate key", "23505")))
                .isEqualTo(Override.CONTINUE_EVICT);
        assertThat(override.adjudicate(new SQLException("no state"))).isEqualTo(Override.CONTINUE_EVICT);
    }
}
