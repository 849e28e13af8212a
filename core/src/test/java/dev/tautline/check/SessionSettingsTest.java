package dev.tautline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.reader.ConfigurationReader;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void readsOptionsOfTheUrl() throws IOException {
        var settings = SessionSettings.of(client("?options=-c%20statement_timeout=5s%20--lock-timeout=2000", ""));

        assertThat(settings.get(PostgresKeys.STATEMENT_TIMEOUT).knownValue()).contains(Duration.ofSeconds(5));
        assertThat(settings.get(PostgresKeys.LOCK_TIMEOUT).knownValue()).contains(Duration.ofSeconds(2));
    }

    @Test
    void whatIsRunAfterTheLogInWins() throws IOException {
        var settings = SessionSettings.of(client(
                "?options=-c%20statement_timeout=5s", "SET SESSION statement_timeout TO '7s'; set lock_timeout = 100"));

        assertThat(settings.get(PostgresKeys.STATEMENT_TIMEOUT).knownValue()).contains(Duration.ofSeconds(7));
        assertThat(settings.get(PostgresKeys.LOCK_TIMEOUT).knownValue()).contains(Duration.ofMillis(100));
    }

    @Test
    void othersStayWhatTheServerSays() throws IOException {
        var settings = SessionSettings.of(client("", "SELECT 1"));

        assertThat(settings.get(PostgresKeys.STATEMENT_TIMEOUT).chosen()).isEmpty();
    }

    @Test
    void aValueThatPostgresCannotReadIsMalformed() throws IOException {
        var settings = SessionSettings.of(client("?options=-c%20statement_timeout=5sec", ""));

        assertThat(settings.get(PostgresKeys.STATEMENT_TIMEOUT)).isInstanceOf(Setting.Malformed.class);
    }

    private Client client(String parameters, String sql) throws IOException {
        Files.writeString(
                folder.resolve("application.properties"),
                "spring.datasource.url=jdbc:postgresql://db.shop.example/shop" + parameters + "\n"
                        + (sql.isEmpty() ? "" : "spring.datasource.hikari.connection-init-sql=" + sql + "\n"));
        return new ConfigurationReader(Map.of(), Optional.empty())
                .read(List.of(folder), List.of())
                .link()
                .clients()
                .getFirst();
    }
}
