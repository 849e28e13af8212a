package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How each product's values are read.
class ValueTypesTest {
    @ParameterizedTest
    @CsvSource({
        "1h30m, PT1H30M",
        "1h 30m, PT1H30M",
        "45, PT45S",
        "2m10, PT2M10S",
        "1w, PT168H",
        "1M, PT720H",
        "500ms, PT0.5S"
    })
    void addsUpTheTimesOfNginx(String text, Duration duration) {
        assertThat(Durations.NGINX.read(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30m1h", "1h1h", "1.5h", "-1s", "s", "", "10x", "999999999999999999y"})
    void refusesWhatNginxRefuses(String text) {
        assertThat(Durations.NGINX.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "5min, PT5M",
        "250, PT0.25S",
        "1.5h, PT1H30M",
        "100us, PT0.0001S",
        "1 d, PT24H",
        "-1, PT-0.001S",
    })
    void readsPostgresDurations(String text, Duration duration) {
        assertThat(PostgresUnits.MILLIS.read(text)).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"4GB, 4 GiB", "64kB, 64 KiB", "16384, 128 MiB", "1.5MB, 1536 KiB", "1TB, 1 TiB", "16B, 16 B"})
    void readsPostgresSizesInBlocks(String text, String size) {
        assertThat(PostgresUnits.BLOCKS.read(text)).map(DataSize::toString).contains(size);
    }

    @ParameterizedTest
    @CsvSource({"on, true", "t, true", "yes, true", "1, true", "OF, false", "f, false", "0, false"})
    void readsPostgresSwitches(String text, boolean value) {
        assertThat(PostgresUnits.SWITCH.read(text)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"10, PT10S", "500ms, PT0.5S", "5M, PT5M", "2d, PT48H", "1h30m, PT1H30M", "PT10S, PT10S"})
    void readsQuarkusDurations(String text, Duration duration) {
        assertThat(Durations.QUARKUS.read(text)).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "5000, PT5S", "1m, PT1M", "1d, PT24H", "10us, PT0.00001S"})
    void readsHaproxyTimes(String text, Duration duration) {
        assertThat(Durations.HAPROXY.read(text)).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "10s, PT10S",
        "5 minutes, PT5M",
        "100ms, PT0.1S",
        "1 day, PT24H",
        "0.123456789s, PT0.123456789S",
        "1.4ns, PT0.000000001S",
        "1.5ns, PT0.000000002S",
        "-1.5ns, PT-0.000000002S",
    })
    void readsDropwizardDurations(String text, Duration duration) {
        assertThat(Durations.DROPWIZARD.read(text)).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"16M, 16 MiB", "64k, 64 KiB", "1048576, 1 MiB", "2G, 2 GiB", "1023, 1023 B"})
    void readsMySqlSizes(String text, String size) {
        assertThat(MySqlUnits.SIZE.read(text)).map(DataSize::toString).contains(size);
    }

    @Test
    void refusesWhatTheProductRefuses() {
        assertThat(PostgresUnits.MILLIS.read("30 seconds")).isEmpty();
        assertThat(PostgresUnits.MILLIS.read("5M")).isEmpty();
        assertThat(PostgresUnits.BLOCKS.read("4Gb")).isEmpty();
        assertThat(PostgresUnits.SWITCH.read("o")).isEmpty();
        assertThat(Durations.DROPWIZARD.read("10")).isEmpty();
        assertThat(Durations.FRACTIONAL_SECONDS.read("15s")).isEmpty();
        assertThat(Durations.ISO.read("10")).isEmpty();
        assertThat(MySqlUnits.SIZE.read("16MB")).isEmpty();
        assertThat(CountOrPercent.TYPE.read("-1")).isEmpty();
    }

    @Test
    void roundsSharesUpAndDown() {
        var quarter = CountOrPercent.TYPE.read("25%").orElseThrow();

        assertThat(quarter.roundedUpOf(3)).isEqualTo(1);
        assertThat(quarter.roundedDownOf(3)).isZero();
        assertThat(quarter.roundedUpOf(4)).isEqualTo(1);
        assertThat(CountOrPercent.count(2).roundedUpOf(100)).isEqualTo(2);
    }

    static Stream<ValueType<?>> everyType() {
        return Stream.of(
                PostgresUnits.MILLIS,
                PostgresUnits.MINUTES,
                PostgresUnits.BLOCKS,
                PostgresUnits.SWITCH,
                Durations.QUARKUS,
                Durations.HAPROXY,
                Durations.DROPWIZARD,
                Durations.FRACTIONAL_SECONDS,
                Durations.ISO,
                Durations.WHOLE_MINUTES,
                MySqlUnits.SIZE,
                CountOrPercent.TYPE);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void survivesAnyText(ValueType<?> type) {
        var seed = 20_261_121L;
        var random = new Random(seed);
        var letters = "0123456789.-+ eEPTSMKBdhmsuknobytf%\u0000\u00e9";
        for (int i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(25), 0, letters.length())
                    .collect(StringBuilder::new, (all, at) -> all.append(letters.charAt(at)), StringBuilder::append)
                    .toString();
            assertThat(type.read(text)).as("seed %d, text '%s'", seed, text).isNotNull();
        }
    }
}
