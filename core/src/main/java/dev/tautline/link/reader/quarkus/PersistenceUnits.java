package dev.tautline.link.reader.quarkus;

import dev.tautline.link.reader.format.MergedProperties;
import dev.tautline.link.reader.format.Property;
import dev.tautline.settings.QuarkusKeys;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The persistence units of Hibernate ORM, as far as they say what happens to the schema of a data source when the
/// application starts. The unit without a name is on the data source without one, unless it names another (Quarkus
/// guide "Using Hibernate ORM", multiple persistence units).
final class PersistenceUnits {
    private static final String ROOT = "quarkus.hibernate-orm";
    private static final Pattern STRATEGY = Pattern.compile(
            "(quarkus\\.hibernate-orm(?:\\.(?:\"[^\"]+\"|[^.]+))?)\\.(?:schema-management\\.strategy|database\\.generation)");

    private final MergedProperties properties;

    PersistenceUnits(MergedProperties properties) {
        this.properties = properties;
    }

    /// What is done at start to the schema behind `quarkus.datasource` or `quarkus.datasource.NAME`.
    List<Written> on(String dataSource) {
        return properties.all().stream()
                .filter(property ->
                        unit(property).filter(unit -> isOn(unit, dataSource)).isPresent())
                .map(properties::written)
                .toList();
    }

    /// The name under which it is written.
    static SettingKey<String> key(Written written) {
        return written.key().endsWith("database.generation")
                ? QuarkusKeys.ORM_DATABASE_GENERATION
                : QuarkusKeys.ORM_SCHEMA_STRATEGY;
    }

    private static Optional<String> unit(Property property) {
        var strategy = STRATEGY.matcher(property.key());
        return strategy.matches() ? Optional.of(strategy.group(1)) : Optional.empty();
    }

    private boolean isOn(String unit, String dataSource) {
        var name = dataSource.substring("quarkus.datasource".length()).replace("\"", "");
        return properties
                .written(unit + ".datasource")
                .map(written -> name.equals("." + written.text()))
                .orElseGet(() -> unit.equals(ROOT) && name.isEmpty());
    }
}
