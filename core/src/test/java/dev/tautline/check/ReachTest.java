package dev.tautline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.rules.driver.MissingApplicationName;
import dev.tautline.check.rules.leftovers.DefaultCredentials;
import dev.tautline.check.rules.timeouts.MissingLoginTimeout;
import dev.tautline.finding.Report;
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

/// What a defect weighs, by where it does its harm.
class ReachTest {
    @TempDir
    private Path folder;

    @Test
    void aServerOfItsOwnMachineDoesNotVanish() throws IOException {
        assertThat(review(new MissingLoginTimeout(), "application.yml", "localhost")
                        .findings())
                .isEmpty();
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
    void aDefaultPasswordWeighsInFullOnlyUnderTheNameOfProduction() throws IOException {
        assertThat(password("application-prod.yml", "db.shop.example")).isEqualTo(Severity.HIGH);
        assertThat(password("application-eu.yml", "db.shop.example")).isEqualTo(Severity.MEDIUM);
        assertThat(password("application.yml", "db.shop.example")).isEqualTo(Severity.MEDIUM);
        assertThat(password("application.yml", "localhost")).isEqualTo(Severity.LOW);
    }

    @Test
    void hygieneIsNotToldWhereOnlyDevelopersAre() throws IOException {
        assertThat(review(new MissingApplicationName(), "application-dev.yml", "db.shop.example")
                        .findings())
                .isEmpty();
        assertThat(severity(new MissingApplicationName(), "application.yml", "db.shop.example"))
                .isEqualTo(Severity.LOW);
    }

    private Severity password(String file, String host) throws IOException {
        return severity(new DefaultCredentials(), file, host);
    }

    private Severity severity(String file, String host) throws IOException {
        return severity(new MissingLoginTimeout(), file, host);
    }

    private Severity severity(Rule rule, String file, String host) throws IOException {
        return review(rule, file, host).worst().orElseThrow();
    }

    private Report review(Rule rule, String file, String host) throws IOException {
        var home = Files.createTempDirectory(folder, "service");
        Files.writeString(
                home.resolve(file),
                "spring.datasource.url: jdbc:postgresql://" + host + "/shop\nspring.datasource.password: changeme\n");
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(home), List.of());
        return new Check(List.of(rule)).review(read.link(), read.problems());
    }
}
