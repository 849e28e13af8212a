package dev.tautline.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.Check;
import dev.tautline.finding.Finding;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What tutorials and demonstrations write is not an outage in the making: their URLs of MySQL bring little to light.
class TutorialUrlTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost:3306/shop?useSSL=false&serverTimezone=UTC&allowPublicKeyRetrieval=true",
                "jdbc:mysql://localhost:3306/shop?createDatabaseIfNotExist=true&autoReconnect=true&useSSL=false",
                "jdbc:mysql://127.0.0.1:3306/shop?useUnicode=true&characterEncoding=utf8&zeroDateTimeBehavior=convertToNull"
                        + "&useSSL=true&serverTimezone=GMT%2B8",
                "jdbc:mariadb://localhost:3306/shop?useSSL=false&serverTimezone=UTC",
            })
    void onTheOwnMachineItWeighsLittle(String url) throws IOException {
        var findings = review(url).findings();

        assertThat(findings).hasSizeLessThanOrEqualTo(5);
        assertThat(findings)
                .filteredOn(finding -> finding.severity() != Severity.LOW)
                .as("the driver and its URL bring nothing heavier")
                .extracting(Finding::rule)
                .isSubsetOf("connection-timeout-exceeds-request-budget");
    }

    @Test
    void theSameInProductionWeighsMore() throws IOException {
        Files.writeString(
                folder.resolve("application-prod.yml"),
                "spring.datasource.url: jdbc:mysql://db.shop.example/shop?autoReconnect=true&allowMultiQueries=true\n");

        assertThat(review("jdbc:mysql://localhost:3306/shop").findings())
                .filteredOn(finding -> finding.rule().equals("auto-reconnect-on"))
                .extracting(Finding::severity)
                .containsExactly(Severity.HIGH);
    }

    private Report review(String url) throws IOException {
        Files.writeString(folder.resolve("application.yml"), "spring.datasource.url: " + url + "\n");
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        return new Check(Rules.all()).review(read.link(), read.problems());
    }
}
