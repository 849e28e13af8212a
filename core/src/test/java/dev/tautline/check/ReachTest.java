package dev.tautline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.rules.timeouts.MissingLoginTimeout;
import dev.tautline.finding.Severity;
import dev.tautline.link.reader.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a defect of the network weighs, by where the server is.
class ReachTest {
    @TempDir
    private Path folder;

    @Test
    void aServerOfItsOwnMachineDoesNotVanish() throws IOException {
        assertThat(severity("application.yml", "localhost")).isEqualTo(Severity.LOW);
    }

    @Test
    void aServerElsewhereMayVanish() throws IOException {
        assertThat(severity("application.yml", "db.shop.example")).isEqualTo(Severity.HIGH);
    }

    @Test
    void aHostThatIsNotKnownIsTakenForAnother() throws IOException {
        assertThat(severity("application.yml", "${DB_HOST}")).isEqualTo(Severity.HIGH);
    }

    @Test
    void inProductionItsOwnMachineCountsInFullForATunnelMayStartThere() throws IOException {
        assertThat(severity("application-prod.yml", "localhost")).isEqualTo(Severity.HIGH);
    }

    @Test
    void anyOtherProfileIsNotNamedAfterProduction() throws IOException {
        assertThat(severity("application-postgres.yml", "localhost")).isEqualTo(Severity.LOW);
    }

    private Severity severity(String file, String host) throws IOException {
        Files.writeString(folder.resolve(file), "spring.datasource.url: jdbc:postgresql://" + host + "/shop\n");
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        return new Check(List.of(new MissingLoginTimeout()))
                .review(read.link(), read.problems())
                .worst()
                .orElseThrow();
    }
}
