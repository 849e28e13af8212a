package dev.tautline.settings;

import java.util.List;

/// One parameter of a JDBC URL, decoded. Prints its name only: the value may be a secret. `origin` is where its name
/// starts.
public record UrlParameter(String name, String value, Origin origin) {
    /// Whether no placeholder stands in the value.
    public boolean isResolved() {
        return !value.contains("${") && UrlHoles.outline(value).equals(value);
    }

    /// The parameter as a setting is written.
    public Written written() {
        return new Written(name, value, origin, isResolved() ? List.of() : List.of(value));
    }

    @Override
    public String toString() {
        return UrlMask.shown(name);
    }
}
