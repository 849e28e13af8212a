package dev.tautline.link.reader.format;

import java.util.List;
import java.util.Optional;

/// One document of a file. A document that names profiles counts only when they are active.
public record Document(List<Property> properties) {
    private static final String ON_PROFILE = Property.canonical("spring.config.activate.on-profile");
    private static final String ON_PROFILE_BEFORE_2_4 = "spring.profiles";

    public Document {
        properties = List.copyOf(properties);
    }

    /// The profile expression after which this document counts.
    public Optional<String> onProfile() {
        return properties.stream()
                .filter(property -> isActivation(property.canonicalKey()))
                .map(Property::text)
                .reduce((left, right) -> left + "," + right);
    }

    /// Whether a key, in its canonical form, says under which profiles a document counts.
    public static boolean isActivation(String key) {
        return key.equals(ON_PROFILE)
                || key.startsWith(ON_PROFILE + "[")
                || key.equals(ON_PROFILE_BEFORE_2_4)
                || key.startsWith(ON_PROFILE_BEFORE_2_4 + "[");
    }
}
