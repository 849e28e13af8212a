package dev.tautline.settings;

/// One parameter of a JDBC URL, decoded. Prints its name only: the value may be a secret. `origin` is where its name
/// starts.
public record UrlParameter(String name, String value, Origin origin) {
    /// Whether no placeholder stands in the value.
    public boolean isResolved() {
        return !value.contains("${") && UrlHoles.outline(value).equals(value);
    }

    @Override
    public String toString() {
        return UrlMask.shown(name);
    }
}
