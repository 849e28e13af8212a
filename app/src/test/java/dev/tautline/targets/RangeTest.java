package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.settings.Version;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    @ParameterizedTest
    @CsvSource({
        ">= 16 < 18, 16, true",
        ">= 16 < 18, 17.9, true",
        ">= 16 < 18, 18, false",
        ">= 16 < 18, 15.99, false",
        "<=17, 17, true",
        "> 17, 17, false",
        "= 18.1, 18.1, true",
        "18.1, 18.2, false"
    })
    void containsWhatLiesWithinAllItsBounds(String text, String version, boolean isIn) {
        var range = Range.parse(text, value -> Optional.of(Version.of(value))).orElseThrow();

        assertThat(range.contains(Version.of(version))).isEqualTo(isIn);
        assertThat(range).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "work_mem, >= 64MB, 65536kB, true",
        "work_mem, >= 64MB, 63MB, false",
        "max_connections, >= 200, 200, true",
        "max_connections, 200 , 100, false",
        "statement_timeout, > 0 <= 30s, 30000, true",
        "statement_timeout, > 0 <= 30s, 0, false",
        "wal_level, logical, Logical, true",
        "wal_level, logical, replica, false",
        "fsync, on, true, true",
        "TimeZone, Etc/UTC, Etc/UTC, true",
        "shop.limit, >= 10, 9, false",
        "shop.limit, >= 10, 10.5, true"
    })
    void comparesSettingsInTheirOwnUnits(String name, String text, String found, boolean isAllowed) {
        assertThat(ExpectedSetting.parse(name, text).orElseThrow().allows(found))
                .isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", ">= many", ">=", "", "> 1 < many"})
    void refusesWhatIsNoValueOfTheSetting(String text) {
        assertThat(ExpectedSetting.parse("max_connections", text)).isEmpty();
    }

    @Test
    void aWordHasNoOrder() {
        assertThat(ExpectedSetting.parse("wal_level", ">= logical")).isEmpty();
        assertThat(ExpectedSetting.parse("shop.mode", "> fast")).isEmpty();
    }
}
