package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Origin LINE_FIVE = new Origin.InFile(Path.of("application.yml"), 5, 7, "max-lifetime");

    @Test
    void aWrittenValueIsKnownWithItsOrigin() {
        var settings = Settings.builder(Versions.UNKNOWN)
                .put(HikariKeys.MAX_LIFETIME, Written.of("max-lifetime", "60000", LINE_FIVE))
                .build();

        assertThat(settings.get(HikariKeys.MAX_LIFETIME))
                .isEqualTo(new Setting.Known<>(HikariKeys.MAX_LIFETIME, Duration.ofMinutes(1), LINE_FIVE));
    }

    @Test
    void anUnwrittenValueIsTheDocumentedDefaultOfTheVersionInUse() {
        var versions = new Versions(
                Map.of(Product.HIKARICP, new Versions.Detected(Version.of("5.1.0"), LINE_FIVE, "managed by Boot")));
        var setting = Settings.builder(versions).build().get(HikariKeys.KEEPALIVE_TIME);

        assertThat(setting.knownValue()).contains(Duration.ZERO);
        assertThat(setting.chosen()).isEmpty();
        assertThat(setting.known().orElseThrow().origin()).hasToString("default of HikariCP 5.1.0 (managed by Boot)");
    }

    @Test
    void anAssumedVersionSaysSo() {
        assertThat(Settings.EMPTY
                        .get(HikariKeys.KEEPALIVE_TIME)
                        .known()
                        .orElseThrow()
                        .origin())
                .hasToString("default of HikariCP 7.1.0 (assumed: no version found)");
    }

    @Test
    void aPlaceholderWithoutAValueIsUnresolvedAndNotTheDefault() {
        var settings = Settings.builder(Versions.UNKNOWN)
                .put(
                        HikariKeys.MAXIMUM_POOL_SIZE,
                        new Written("maximum-pool-size", "${DB_POOL}", LINE_FIVE, List.of("DB_POOL")))
                .build();

        assertThat(settings.get(HikariKeys.MAXIMUM_POOL_SIZE)).isInstanceOf(Setting.Unresolved.class);
        assertThat(settings.get(HikariKeys.MAXIMUM_POOL_SIZE).known()).isEmpty();
    }

    @Test
    void malformedValuesComeInTheOrderOfTheirLines() {
        var settings = Settings.builder(Versions.UNKNOWN)
                .put(PgjdbcKeys.SOCKET_TIMEOUT, Written.of("socketTimeout", "10s", at(10)))
                .put(PgjdbcKeys.CONNECT_TIMEOUT, Written.of("connectTimeout", "10s", at(9)))
                .put(PgjdbcKeys.LOGIN_TIMEOUT, Written.of("loginTimeout", "10", at(8)))
                .build();

        assertThat(settings.malformed())
                .extracting(bad -> bad.key().name())
                .containsExactly("connectTimeout", "socketTimeout");
    }

    private static Origin at(int line) {
        return new Origin.InFile(Path.of("application.yml"), line, 1, "key");
    }

    @Test
    void aSuffixWhereANumberMustStandIsMalformed() {
        var settings = Settings.builder(Versions.UNKNOWN)
                .put(PgjdbcKeys.CONNECT_TIMEOUT, Written.of("connectTimeout", "10s", LINE_FIVE))
                .build();

        assertThat(settings.get(PgjdbcKeys.CONNECT_TIMEOUT)).isInstanceOf(Setting.Malformed.class);
    }

    @Test
    void noSecretIsPrinted() {
        var settings = Settings.builder(Versions.UNKNOWN)
                .put(HikariKeys.PASSWORD, Written.of("password", "s3cret", LINE_FIVE))
                .build();

        assertThat(settings.get(HikariKeys.PASSWORD).toString()).doesNotContain("s3cret");
        assertThat(settings.written().toString()).doesNotContain("s3cret");
        assertThat(Written.of("password", "s3cret", LINE_FIVE).toString()).doesNotContain("s3cret");
    }
}
