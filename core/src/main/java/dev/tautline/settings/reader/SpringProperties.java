package dev.tautline.settings.reader;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The merged properties of one application under one set of profiles: what the framework would see.
final class SpringProperties {
    private final Map<String, Property> properties;
    private final Placeholders placeholders;

    SpringProperties(Map<String, Property> properties, Map<String, String> environment) {
        this.properties = new LinkedHashMap<>(properties);
        this.placeholders = new Placeholders(environment, name -> find(name).map(Property::text));
    }

    Collection<Property> all() {
        return properties.values();
    }

    Optional<Property> find(String key) {
        return Optional.ofNullable(properties.get(Property.canonical(key)));
    }

    /// The value of a key with its placeholders replaced.
    Optional<Written> written(String key) {
        return find(key).map(this::written);
    }

    Written written(Property property) {
        var resolved = resolve(property);
        return new Written(property.key(), resolved.text(), origin(property, resolved), resolved.missing());
    }

    Resolved resolve(Property property) {
        return placeholders.resolve(property.text());
    }

    private static Origin origin(Property property, Resolved resolved) {
        return resolved.variables().isEmpty()
                ? property.origin()
                : new Origin.Environment(
                        String.join(", ", resolved.variables()),
                        property.origin().place());
    }
}
