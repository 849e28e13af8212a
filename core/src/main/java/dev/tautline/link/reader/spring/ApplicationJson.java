package dev.tautline.link.reader.spring;

import dev.tautline.link.reader.format.Document;
import dev.tautline.link.reader.format.Environment;
import dev.tautline.link.reader.format.Property;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlDocuments;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The properties in `SPRING_APPLICATION_JSON`, which count more than variables and files (Spring Boot reference,
/// "Externalized Configuration", "JSON Application Properties").
record ApplicationJson(Optional<Written> variable, List<Property> properties) {
    private static final String NAME = "SPRING_APPLICATION_JSON";

    /// Nothing where the variable is not given, or where its value is no JSON, or not yet.
    static ApplicationJson in(Environment environment) {
        var variable = environment.find(NAME);
        return new ApplicationJson(variable, variable.map(ApplicationJson::read).orElse(List.of()));
    }

    /// What the command line says counts more.
    Map<String, Property> over(Map<String, Property> others, Environment environment) {
        if (properties.isEmpty()) {
            return others;
        }
        var all = new LinkedHashMap<>(others);
        properties.stream()
                .filter(property -> !environment.isArgument(property.key()))
                .forEach(property -> all.put(property.canonicalKey(), property));
        return all;
    }

    /// The variable, where what it holds cannot be seen.
    Optional<Written> unseen() {
        return variable.filter(written -> properties.isEmpty() && !written.isResolved());
    }

    /// JSON is YAML, too.
    private static List<Property> read(Written json) {
        return new YamlDocuments(source(json))
                .read().documents().stream()
                        .map(Document::properties)
                        .flatMap(List::stream)
                        .filter(property -> !property.key().isEmpty())
                        .map(property -> isShown(json) ? property : at(json.origin(), property))
                        .toList();
    }

    /// Several lines stand below the one where their key is.
    private static SourceText source(Written json) {
        var as = Path.of(NAME + ".json");
        return json.origin()
                .place()
                .map(place -> json.text().strip().contains("\n")
                        ? new SourceText(as, place.file(), json.text(), place.line() + 1, 0)
                        : new SourceText(as, place.file(), json.text(), place.line(), place.column() - 1))
                .orElseGet(() -> SourceText.of(as, json.text()));
    }

    /// Of a Secret, and of a variable that stands in no file, there is only the one place.
    private static boolean isShown(Written json) {
        return json.origin() instanceof Origin.InFile place && !place.isOfSecret();
    }

    private static Property at(Origin origin, Property property) {
        return new Property(property.key(), property.text(), origin);
    }
}
