package dev.tautline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.check.rules.Rules;
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

class CheckTest {
    private static final String ONE_CONNECTION = "spring.datasource.hikari.maximum-pool-size: 1\n";
    private static final String URL = "spring.datasource.url: jdbc:postgresql://db.shop.example/shop\n";

    @TempDir
    private Path folder;

    @Test
    void theSameDefectUnderSeveralProfilesIsOneFinding() throws IOException {
        var report = review(Map.of(
                "application.yml", URL + ONE_CONNECTION, "application-a.yml", "a: 1\n", "application-b.yml", "b: 1\n"));

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().startsWith("pool-too-small"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).doesNotContain("profile"));
    }

    @Test
    void aDefectOfOneProfileNamesIt() throws IOException {
        var report = review(Map.of("application.yml", URL, "application-prod.yml", ONE_CONNECTION));

        assertThat(poolFinding(report).subject()).endsWith("profile prod");
        assertThat(poolFinding(report).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aDefectOfADevelopmentProfileIsHygiene() throws IOException {
        var report = review(Map.of("application.yml", URL, "application-local.yml", ONE_CONNECTION));

        assertThat(poolFinding(report).severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void whatIsNotKnownIsOpenAndNeitherAFindingNorAPass() throws IOException {
        var report =
                review(Map.of("application.yml", URL + "spring.datasource.hikari.maximum-pool-size: ${DB_POOL}\n"));

        assertThat(report.findings()).extracting(Finding::rule).doesNotContain("pool-too-small-for-request-threads");
        assertThat(report.open())
                .filteredOn(open -> open.rule().equals("pool-too-small-for-request-threads"))
                .singleElement()
                .satisfies(open -> assertThat(open.why()).contains("${DB_POOL}"));
    }

    @Test
    void findingsComeWorstFirst() throws IOException {
        var report = review(Map.of("application.yml", URL + ONE_CONNECTION));

        assertThat(report.findings()).extracting(Finding::severity).isSorted();
        assertThat(report.reaches(Severity.HIGH)).isTrue();
        assertThat(report.reaches(Severity.CRITICAL)).isFalse();
    }

    @Test
    void noRulePrintsASecret() throws IOException {
        var report = review(
                Map.of(
                        "application.yml",
                        "spring.datasource:\n  url: jdbc:postgresql://a,b/shop?user=kim&password=s3cret&pasword=$s3cret\n  password: s3cret\n"));

        assertThat(report.findings()).isNotEmpty();
        assertThat(report.toString()).doesNotContain("s3cret").doesNotContain("kim");
    }

    private static Finding poolFinding(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals("pool-too-small-for-request-threads"))
                .findFirst()
                .orElseThrow();
    }

    private Report review(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var read = new ConfigurationReader(Map.of(), Optional.empty()).read(List.of(folder), List.of());
        return new Check(Rules.all()).review(read.link(), read.problems());
    }
}
