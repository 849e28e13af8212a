package dev.tautline.watch.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedStatementTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        permission denied for table orders                                    | 42501
        relation "orders" does not exist at character 15                      | 42P01
        column "mail" does not exist at character 8                           | 42703
        canceling statement due to statement timeout                          | 57014
        deadlock detected                                                     | 40P01
        duplicate key value violates unique constraint "orders_pkey"          | 23505
        new row for relation "orders" violates check constraint "paid"        | 23514
        cannot execute INSERT in a read-only transaction                      | 25006
        could not extend file "base/5/16": No space left on device            | 53100
        something that nobody has heard of                                    | other
        """)
    void itsWordsTellTheStateWhereThePrefixDoesNot(String message, String state) {
        assertThat(FailedStatement.in(entry("ERROR", "", message)))
                .contains(new FailedStatement(state, "shop", "orders"));
        assertThat(FailedStatement.in(entry("ERROR", "22012", message)))
                .contains(new FailedStatement("22012", "shop", "orders"));
    }

    @Test
    void whatIsNoFailureOrNoStatementIsLeftOut() {
        assertThat(FailedStatement.in(entry("LOG", "", "deadlock detected"))).isEqualTo(Optional.empty());
        assertThat(FailedStatement.in(entry("WARNING", "25001", "there is already a transaction")))
                .isEmpty();
        assertThat(FailedStatement.in(entry("FATAL", "28P01", "password authentication failed for user \"shop\"")))
                .isEmpty();
        assertThat(FailedStatement.in(entry("FEHLER", "42501", "…"))).isPresent();
        assertThat(FailedStatement.in(entry("LOG-EINTRAG", "00000", "…"))).isEmpty();
    }

    private static LogEntry entry(String severity, String state, String message) {
        return new LogEntry(severity, state, message, "shop", "orders", "10.0.0.5");
    }
}
