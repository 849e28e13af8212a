package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PoolTest {
    static Stream<PoolKeys> known() {
        return Arrays.stream(Pool.values()).flatMap(pool -> pool.keys().stream());
    }

    @ParameterizedTest
    @MethodSource("known")
    void everyKeyIsOneOfThePoolsOwn(PoolKeys pool) {
        var keys = Stream.of(
                        Optional.of(pool.sizes().maximum()),
                        pool.sizes().minimumIdle(),
                        pool.sizes().initial(),
                        Optional.of(pool.times().acquire()),
                        pool.times().maxLifetime(),
                        pool.times().idle(),
                        pool.tests().onBorrow(),
                        pool.tests().whileIdle(),
                        pool.tests().interval(),
                        pool.tests().query(),
                        pool.abandonment().isOn(),
                        pool.abandonment().after())
                .flatMap(Optional::stream)
                .toList();

        assertThat(keys).allSatisfy(key -> assertThat(key.product()).isEqualTo(pool.product()));
        assertThat(keys).doesNotHaveDuplicates();
    }

    /// What happens when nobody sets it.
    @ParameterizedTest
    @CsvSource({
        "HIKARICP, 10, false",
        "TOMCAT_JDBC, 100, false",
        "DBCP2, 8, true",
        "C3P0, 15, true",
        "DRUID, 8, true",
        "QUARKUS, 50, false",
        "DROPWIZARD, 100, false"
    })
    void showsEachPoolsDefaults(Pool pool, int size, boolean waitsForEver) {
        var keys = pool.keys().orElseThrow();
        var settings = Settings.EMPTY;

        assertThat(settings.get(keys.sizes().maximum()).knownValue()).contains(size);
        assertThat(settings.get(keys.times().acquire()).knownValue().map(keys::waitsForEver))
                .contains(waitsForEver);
    }

    @Test
    void zeroIsNoWaitInDbcpAndForEverElsewhere() {
        assertThat(PoolKeys.DBCP2.waitsForEver(Duration.ZERO)).isFalse();
        assertThat(PoolKeys.AGROAL.waitsForEver(Duration.ZERO)).isTrue();
    }

    @Test
    void isFoundByTheClassOfItsDataSource() {
        assertThat(Pool.ofDataSource(BasicDataSource.class.getName())).isEqualTo(Pool.DBCP2);
        assertThat(Pool.ofDataSource(org.apache.tomcat.jdbc.pool.DataSource.class.getName()))
                .isEqualTo(Pool.TOMCAT_JDBC);
        assertThat(Pool.ofDataSource("com.alibaba.druid.pool.DruidDataSource")).isEqualTo(Pool.DRUID);
        assertThat(Pool.ofDataSource("shop.OwnDataSource")).isEqualTo(Pool.OTHER);
    }
}
