package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EffectiveCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void anApplicationWithAProfile() throws IOException {
        Files.writeString(folder.resolve("application.yml"), """
            spring:
              application.name: till
              datasource:
                url: jdbc:postgresql://till:s3cret@db.example/shop?socketTimeout=30&password=s3cret2
                password: s3cret3
                hikari:
                  jdbc-url: jdbc:postgresql://db.example/shop?socketTimeout=30&password=s3cret4
                  maximum-pool-size: ${POOL:20}
                  max-lifetime: ${LIFETIME}
                  idle-timeout: soon
            """);
        Files.writeString(folder.resolve("application-prod.yml"), "spring.datasource.hikari.maximum-pool-size: 50\n");
    }

    @Test
    void everyValueStandsBesideItsOrigin() {
        var run = effective();

        assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(run.out())
                .containsPattern("maximumPoolSize +20 +\\S+application.yml:8:26")
                .containsPattern("maximumPoolSize +50 +\\S+application-prod.yml:1:45")
                .containsPattern("socketTimeout +30 s +\\S+application.yml:7:")
                .containsPattern("keepaliveTime +2 min +default of HikariCP")
                .containsPattern("maxLifetime +\\$\\{LIFETIME} .*nothing here resolves it")
                .containsPattern("idleTimeout +'soon' .*which is not a whole number of milliseconds")
                .contains("till (spring.datasource), profile prod")
                .contains("2 clients")
                .doesNotContain("leakDetectionThreshold");
    }

    @Test
    void whatIsChosenForServersAndHopsIsToldToo() throws IOException {
        Files.writeString(
                folder.resolve("postgresql.conf"), "max_connections = 200\nprimary_conninfo = 'password=s3cret'\n");
        Files.writeString(folder.resolve("pgbouncer.ini"), """
            [databases]
            shop = host=db port=5433 pool_size=40 password=s3cret5
            [pgbouncer]
            pool_mode = transaction
            """);

        for (var format : EffectiveFormat.values()) {
            assertThat(effective("--format", format.toString()).out())
                    .containsSubsequence("pgbouncer (PgBouncer)", "pool_mode", "transaction", "pgbouncer.ini:4:13")
                    .containsSubsequence("to shop", "db:5433", "shop: ", "pool_size", "40")
                    .containsSubsequence("(PostgreSQL)", "max_connections", "200", "postgresql.conf:1:19")
                    .doesNotContain("s3cret");
            assertThat(effective("--service", "till", "--format", format.toString())
                            .out())
                    .doesNotContain("PgBouncer");
        }
    }

    @Test
    void theDefaultsOfAnyPoolAreTold() throws IOException {
        Files.writeString(folder.resolve("application.yml"), """
            spring.datasource:
              url: jdbc:postgresql://db.example/shop
              type: org.apache.commons.dbcp2.BasicDataSource
            """);

        assertThat(effective().out())
                .containsPattern("maxTotal +8 +default of Commons DBCP")
                .contains("maxWaitMillis")
                .doesNotContain("maximumPoolSize +10");
    }

    @Test
    void noSecretIsPrintedInAnyForm() {
        for (var format : EffectiveFormat.values()) {
            assertThat(effective("--all", "--format", format.toString()).out())
                    .doesNotContain("s3cret")
                    .contains("******");
        }
    }

    @Test
    void theEnvironmentBeatsTheFileAndBothAreNamed() {
        assertThat(effective("--env", "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=7")
                        .out())
                .containsPattern("maximumPoolSize +7 +\\S+application.yml:8:26 from environment variable"
                        + " SPRING_DATASOURCE_HIKARI");
        assertThat(effective("--env", "POOL=9").out())
                .containsPattern("maximumPoolSize +9 +\\S+application.yml:8:26 from environment variable POOL");
    }

    @Test
    void allDefaultsComeWhenAsked() {
        assertThat(effective("--all").out()).containsPattern("leakDetectionThreshold +0 ms +default of HikariCP");
    }

    @Test
    void aProfileOrAServiceNarrowsAndAnUnknownOneNamesTheNearest() {
        assertThat(effective("--profile", "prod").out()).contains("1 client\n").contains("profile prod");
        assertThat(effective("--service", "till").out()).contains("2 clients");

        var unknown = effective("--service", "tll");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("effective: no service 'tll'; nearest: 'till'");
        assertThat(effective("--profile", "prd").err())
                .contains("effective: no file names a profile 'prd'; nearest: 'prod'");
    }

    @Test
    void jsonHoldsTheSame() {
        var json = JsonMapper.shared().readTree(effective("--format", "json").out());

        assertThat(json.get("clients")).hasSize(2);
        assertThat(json.get("clients").get(0).get("settings")).anySatisfy(setting -> {
            assertThat(setting.get("name").asString()).isEqualTo("maximumPoolSize");
            assertThat(setting.get("value").asString()).isEqualTo("20");
            assertThat(setting.get("default").asBoolean()).isFalse();
        });
    }

    @Test
    void aFolderWithoutAClientCannotBeTold() throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(CommandRun.of("effective", empty.toString()).code()).isEqualTo(ExitCode.CANNOT_TELL);
    }

    private CommandRun effective(String... options) {
        var line = new ArrayList<>(List.of("effective", folder.toString()));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray(String[]::new));
    }
}
