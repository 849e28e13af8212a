package dev.tautline.link.reader.format;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The merged properties of one application under one set of profiles: what the framework would see.
public final class MergedProperties {
    private final Map<String, Property> properties;
    private final Environment environment;
    private final Placeholders placeholders;

    public MergedProperties(Map<String, Property> properties, Environment environment) {
        this.properties = new LinkedHashMap<>(properties);
        this.environment = environment;
        this.placeholders = new Placeholders(environment, name -> find(name).map(Property::text));
    }

    public Collection<Property> all() {
        return properties.values();
    }

    public Optional<Property> find(String key) {
        return Optional.ofNullable(properties.get(Property.canonical(key)));
    }

    /// The value of a key with its placeholders replaced.
    public Optional<Written> written(String key) {
        return find(key).map(this::written);
    }

    public Written written(Property property) {
        var resolved = resolve(property);
        return new Written(property.key(), resolved.text(), origin(property, resolved), resolved.missing());
    }

    public Resolved resolve(Property property) {
        return placeholders.resolve(property.text());
    }

    /// Where a person would edit the value: where the variable is set if the value is nothing else, or else the
    /// property.
    private Origin origin(Property property, Resolved resolved) {
        if (resolved.variables().isEmpty()) {
            return property.origin();
        }
        var isWhole = property.text().startsWith("${") && property.text().indexOf("${", 1) < 0;
        return resolved.variables().stream()
                .filter(name -> isWhole && resolved.variables().size() == 1)
                .flatMap(name -> environment.find(name).stream())
                .map(Written::origin)
                .filter(origin -> origin.place().isPresent())
                .findFirst()
                .orElseGet(() -> new Origin.Environment(
                        String.join(", ", resolved.variables()),
                        property.origin().place()));
    }
}
