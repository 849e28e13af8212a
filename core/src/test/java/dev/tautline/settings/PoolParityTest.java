package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.druid.pool.DruidDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Names and defaults of the pools' vocabularies are those of the pools on the class path.
class PoolParityTest {
    /// A pool that nobody configured; `apart` are the properties whose value is no documented default: names made up
    /// for each pool, settings without effect, and classes.
    record Untouched(Vocabulary vocabulary, Class<?> type, Object pool, Set<String> apart) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Untouched> pools() {
        return Stream.of(
                new Untouched(
                        TomcatJdbcKeys.VOCABULARY,
                        org.apache.tomcat.jdbc.pool.DataSource.class,
                        new PoolProperties(),
                        Set.of(
                                "defaultTransactionIsolation",
                                "name",
                                "numTestsPerEvictionRun",
                                "validationQueryTimeout")),
                new Untouched(
                        Dbcp2Keys.VOCABULARY,
                        BasicDataSource.class,
                        new BasicDataSource(),
                        Set.of("defaultTransactionIsolation", "loginTimeout")),
                new Untouched(
                        DruidKeys.VOCABULARY,
                        DruidDataSource.class,
                        new DruidDataSource(),
                        Set.of("loginTimeout", "maxIdle", "name", "numTestsPerEvictionRun")));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void namesEverySetter(Untouched untouched) {
        assertThat(untouched.vocabulary().keys())
                .flatExtracting(key -> Stream.concat(Stream.of(key.name()), key.aliases().stream())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(untouched.type().getMethods())
                                .filter(method -> method.getName().matches("set.+") && method.getParameterCount() == 1)
                                .map(method -> Introspector.decapitalize(
                                        method.getName().substring("set".length())))
                                .distinct()
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("pools")
    void hasTheDefaults(Untouched untouched) throws ReflectiveOperationException {
        var wanted = new TreeMap<String, Object>();
        var found = new TreeMap<String, Object>();
        for (var key : untouched.vocabulary().keys()) {
            if (!untouched.apart().contains(key.name())) {
                actual(untouched.pool(), key).ifPresent(value -> wanted.put(key.name(), value));
            }
            key.defaultIn(key.product().newest()).ifPresent(value -> found.put(key.name(), value));
        }

        assertThat(found).isEqualTo(wanted);
    }

    /// What the getter answers, if there is one and it is a value that can be written in a file.
    private static Optional<Object> actual(Object pool, SettingKey<?> key) throws ReflectiveOperationException {
        for (var prefix : List.of("get", "is")) {
            Method getter;
            try {
                getter = pool.getClass().getMethod(prefix + capitalized(key.name()));
            } catch (NoSuchMethodException none) {
                continue;
            }
            var simple = getter.getReturnType().isPrimitive()
                    || Set.of(String.class, Boolean.class, Duration.class).contains(getter.getReturnType());
            var value = simple ? getter.invoke(pool) : null;
            return value == null || value.equals("")
                    ? Optional.empty()
                    : Optional.of(key.type().read(value.toString()).orElseThrow());
        }
        return Optional.empty();
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Test
    void namesEveryPropertyThatAgroalReads() {
        assertThat(AgroalKeys.VOCABULARY.keys())
                .extracting(SettingKey::name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AgroalPropertiesReader.class.getFields())
                        .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
                        .map(PoolParityTest::text)
                        .toList());
    }

    private static String text(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void hasAgroalsDefaults() {
        var pool = new AgroalConnectionPoolConfigurationSupplier()
                .maxSize(1)
                .connectionFactoryConfiguration(new AgroalConnectionFactoryConfigurationSupplier().jdbcUrl("jdbc:x"))
                .get();
        var factory = pool.connectionFactoryConfiguration();

        assertDefaults(Map.ofEntries(
                Map.entry(AgroalKeys.ACQUISITION_TIMEOUT, pool.acquisitionTimeout()),
                Map.entry(AgroalKeys.IDLE_VALIDATION, pool.idleValidationTimeout()),
                Map.entry(AgroalKeys.VALIDATION_TIMEOUT, pool.validationTimeout()),
                Map.entry(AgroalKeys.LEAK_TIMEOUT, pool.leakTimeout()),
                Map.entry(AgroalKeys.REAP_TIMEOUT, pool.reapTimeout()),
                Map.entry(AgroalKeys.MAX_LIFETIME, pool.maxLifetime()),
                Map.entry(AgroalKeys.ESTABLISHMENT_RETRY_ATTEMPTS, pool.establishmentRetryAttempts()),
                Map.entry(AgroalKeys.ESTABLISHMENT_RETRY_INTERVAL, pool.establishmentRetryInterval()),
                Map.entry(AgroalKeys.MIN_SIZE, pool.minSize()),
                Map.entry(AgroalKeys.INITIAL_SIZE, pool.initialSize()),
                Map.entry(AgroalKeys.VALIDATE_ON_BORROW, pool.validateOnBorrow()),
                Map.entry(AgroalKeys.FLUSH_ON_CLOSE, pool.flushOnClose()),
                Map.entry(AgroalKeys.ENHANCED_LEAK_REPORT, pool.enhancedLeakReport()),
                Map.entry(
                        AgroalKeys.MULTIPLE_ACQUISITION,
                        pool.multipleAcquisition().name()),
                Map.entry(
                        AgroalKeys.TRANSACTION_REQUIREMENT,
                        pool.transactionRequirement().name()),
                Map.entry(AgroalKeys.LOGIN_TIMEOUT, factory.loginTimeout()),
                Map.entry(AgroalKeys.NETWORK_TIMEOUT, factory.networkTimeout()),
                Map.entry(AgroalKeys.AUTO_COMMIT, factory.autoCommit()),
                Map.entry(AgroalKeys.READ_ONLY, factory.readOnly()),
                Map.entry(AgroalKeys.TRACK_JDBC_RESOURCES, factory.trackJdbcResources()),
                Map.entry(AgroalKeys.POOL_RECOVERY, factory.poolRecovery())));
    }

    private static void assertDefaults(Map<SettingKey<?>, Object> wanted) {
        wanted.forEach((key, value) -> assertThat(
                        (Object) key.defaultIn(Product.AGROAL.newest()).orElseThrow())
                .as(key.name())
                .isEqualTo(value));
    }
}
