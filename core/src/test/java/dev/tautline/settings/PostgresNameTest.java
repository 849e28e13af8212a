package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresNameTest {
    @ParameterizedTest
    @CsvSource({
        "max_connections,        13,    true",
        "MAX_Connections,        18.6,  true",
        "transaction_timeout,    16.10, false",
        "transaction_timeout,    17,    true",
        "old_snapshot_threshold, 16.10, true",
        "old_snapshot_threshold, 17,    false",
        "wal_keep_segments,      12.4,  true",
        "wal_keep_segments,      13,    false",
        "sort_mem,               18.6,  true"
    })
    void knowsWhichVersionsHaveAName(String name, String version, boolean has) {
        assertThat(PostgresName.find(name).orElseThrow().isIn(Version.of(version)))
                .isEqualTo(has);
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(PostgresName.find("max_conections")).isEmpty();
        assertThat(PostgresName.find("")).isEmpty();
    }

    @Test
    void proposesOnlyWhatIsThereStill() {
        assertThat(PostgresName.nearest("max_conections")).contains("max_connections");
        assertThat(PostgresName.nearest("wal_keep_segment")).isNotEqualTo(PostgresName.find("wal_keep_segments"));
    }

    @Test
    void hasEveryNameThatRulesJudge() {
        assertThat(PostgresKeys.VOCABULARY.keys())
                .allSatisfy(key -> assertThat(PostgresName.find(key.name()))
                        .hasValueSatisfying(name -> assertThat(name.name()).isEqualTo(key.name())));
    }

    @Test
    void goesAfterItCame() {
        assertThat(PostgresName.all())
                .filteredOn(name -> name.gone().isPresent())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.gone().orElseThrow().compareTo(name.since()))
                        .isPositive());
    }

    @Test
    void keepsWhatIsNoSettingOutOfTheStrays() {
        var settings = Settings.builder(Versions.UNKNOWN);
        var line = new Origin.Given("a test");
        PostgresName.put(settings, "Max_Connections", Written.of("Max_Connections", "5", line));
        PostgresName.put(settings, "pg_stat_statements.max", Written.of("pg_stat_statements.max", "5", line));
        PostgresName.put(settings, "{{ name }}", Written.of("{{ name }}", "5", line));
        PostgresName.put(settings, "max_conections", Written.of("max_conections", "5", line));

        assertThat(settings.build().get(PostgresKeys.MAX_CONNECTIONS).knownValue())
                .contains(5);
        assertThat(settings.build().strays()).extracting(Settings.Stray::name).containsExactly("max_conections");
    }
}
