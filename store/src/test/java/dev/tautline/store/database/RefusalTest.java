package dev.tautline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;

class RefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"42601", "42703", "42P01", "42883", "22001", "22P02", "22012", "23505", "25P02", "0A000"})
    void whatTheServerUnderstoodAndCannotDoIsADefect(String state) {
        assertThat(Refusal.of(answered(state))).isEqualTo(Refusal.DEFECT);
        assertThat(Unavailable.is(answered(state))).as("a way round it").isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"28000", "28P01", "3D000", "42501", "08006", "53300", "57P01", "57014", "25006", "XX000", "F0000"
            })
    void whoeverIsNotLetInOrNotAnsweredFindsTheDatabaseAway(String state) {
        assertThat(Refusal.of(answered(state))).isEqualTo(Refusal.AWAY);
    }

    @Test
    void aPoolThatGetsNoConnectionIsAwayWhateverTheReason() {
        var reason = new SQLException("role has no such setting", "42704");
        var pool = new SQLTransientConnectionException("no connection within 2 s", reason);
        assertThat(Refusal.of(new CannotCreateTransactionException("no connection", pool)))
                .isEqualTo(Refusal.AWAY);
    }

    @Test
    void whatWillBeThereLaterIsAway() {
        assertThat(Refusal.of(new TransientDataAccessResourceException("not read yet")))
                .isEqualTo(Refusal.AWAY);
    }

    @Test
    void aCharacterThatNoTextHoldsIsTheVisitors() {
        assertThat(Refusal.of(answered("22021"))).isEqualTo(Refusal.INPUT);
    }

    @Test
    void whatNeverReachedTheServerIsADefect() {
        assertThat(Refusal.of(new EmptyResultDataAccessException(1))).isEqualTo(Refusal.DEFECT);
        assertThat(Refusal.of(new IllegalTransactionStateException("none is open")))
                .isEqualTo(Refusal.DEFECT);
    }

    private static RuntimeException answered(String state) {
        return new InvalidDataAccessResourceUsageException("said", new SQLException("said", state));
    }
}
