package dev.tautline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.lab.postgres.Cluster;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.PostgresName;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The vocabulary says of PostgreSQL what the server says of itself.
@Tag("lab")
class PostgresKeysLabTest {
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void hasTheServersNamesAndDefaults() {
        try (var cluster = Cluster.builder().start()) {
            var builtIn =
                    cluster.primary().query("SELECT name || '=' || coalesce(boot_val, '') FROM pg_settings").stream()
                            .map(line -> line.split("=", 2))
                            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

            assertThat(builtIn.keySet())
                    .containsAll(PostgresKeys.VOCABULARY.keys().stream()
                            .map(SettingKey::name)
                            .toList());
            assertThat(ours()).isEqualTo(theirs(builtIn));
            assertThat(builtIn.keySet())
                    .filteredOn(name -> !name.contains("."))
                    .allSatisfy(name -> assertThat(PostgresName.find(name))
                            .hasValueSatisfying(known -> assertThat(known.isIn(Product.POSTGRESQL.newest()))
                                    .isTrue()));
        }
    }

    private static Map<String, Object> ours() {
        var defaults = new TreeMap<String, Object>();
        PostgresKeys.VOCABULARY
                .keys()
                .forEach(key ->
                        key.defaultIn(Product.POSTGRESQL.newest()).ifPresent(value -> defaults.put(key.name(), value)));
        return defaults;
    }

    /// What the server starts with when nobody sets it, as our types read it.
    private static Map<String, Object> theirs(Map<String, String> builtIn) {
        var defaults = new TreeMap<String, Object>();
        PostgresKeys.VOCABULARY.keys().stream()
                .filter(key -> !key.defaults().isEmpty())
                .forEach(key -> defaults.put(
                        key.name(),
                        key.type().read(builtIn.getOrDefault(key.name(), "")).orElseThrow()));
        return defaults;
    }
}
