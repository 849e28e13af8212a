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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /// What another framework does not have is no open question about its service.
    @Test
    void asksNoDropwizardServiceForSettingsOfSpringBoot() throws IOException {
        var report = review(Map.of("config.yml", """
                server: {maxThreads: 512}
                database:
                  driverClass: org.postgresql.Driver
                  url: jdbc:postgresql://db.shop.example/shop
                """, "pom.xml", """
                <project><modelVersion>4.0.0</modelVersion><groupId>shop</groupId><artifactId>till</artifactId>
                <version>1</version><dependencies>
                <dependency><groupId>io.dropwizard</groupId><artifactId>dropwizard-core</artifactId></dependency>
                <dependency><groupId>io.dropwizard</groupId><artifactId>dropwizard-hibernate</artifactId></dependency>
                </dependencies></project>
                """));

        assertThat(report.open())
                .extracting(open -> open.why())
                .noneMatch(why -> why.contains("spring.") || why.contains("server."));
    }

    /// A mounted folder that was read is no unknown; one that was not may hold another URL.
    @ParameterizedTest
    @CsvSource({"application-k8s.yml, true", "keystore.p12, false"})
    void whatIsMountedAndReadHidesNothing(String key, boolean isSeen) throws IOException {
        var report = review(Map.of(
                "application.yml",
                "spring.application.name: shop\nspring.datasource.url: jdbc:postgresql://localhost/shop\n",
                "shop.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: shop}
                data:
                  %s: "server.port: 8081"
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  template:
                    spec:
                      containers:
                        - name: shop
                          image: shop:1
                          volumeMounts: [{name: config, mountPath: /config}]
                      volumes: [{name: config, configMap: {name: %s}}]
                """.formatted(key, isSeen ? "shop" : "other")));

        var rules = report.findings().stream().map(Finding::rule).toList();
        assertThat(rules.contains("host-localhost-in-container")).isEqualTo(isSeen);
    }

    /// HAProxy on the port of servers may be on the way, or not.
    @Test
    void aSumOverAWayThatOnlyAPortTellsWeighsLessAndSaysSo() throws IOException {
        var report = review(Map.of(
                "application.yml", URL + "spring.datasource.hikari.maximum-pool-size: 40\n", "haproxy.cfg", """
                listen postgres
                    bind *:5432
                    mode tcp
                    maxconn 30
                    server pg1 10.0.0.1:5432 check
                """));

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("pool-sum-exceeds-proxy-limit"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(finding.consequence()).contains("nothing but the port tells");
                });
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
