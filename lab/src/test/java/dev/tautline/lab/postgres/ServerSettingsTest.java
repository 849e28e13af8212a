package dev.tautline.lab.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    @Test
    void valuesAreWrittenInPostgresUnitsAndQuoted() {
        var settings = new ServerSettings();
        settings.put("statement_timeout", Duration.ofSeconds(2));
        settings.put("max_connections", 50);
        settings.put("log_connections", false);
        settings.put("log_line_prefix", "it's a \\ ");
        assertThat(settings.text().lines())
                .containsExactly(
                        "statement_timeout = '2000ms'",
                        "max_connections = '50'",
                        "log_connections = 'off'",
                        "log_line_prefix = 'it''s a \\\\ '");
    }

    @Test
    void laterValueReplacesTheEarlierOne() {
        var settings = new ServerSettings();
        settings.put("fsync", false);
        assertThat(ServerSettings.defaults().with(settings).text().lines().filter(line -> line.startsWith("fsync")))
                .containsExactly("fsync = 'off'");
    }

    @Test
    void ownedNamesAndWhatCannotBeAValueAreProblems() {
        var settings = new ServerSettings();
        settings.put("port", 5432);
        settings.put("work_mem", "4MB\nfsync = off");
        settings.put("pg_stat_statements.max", 100);
        assertThat(settings.problems())
                .hasSize(2)
                .anyMatch(line -> line.contains("port"))
                .anyMatch(line -> line.contains("work_mem"));
    }
}
