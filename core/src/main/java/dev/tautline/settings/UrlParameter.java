package dev.tautline.settings;

/// One parameter of a JDBC URL, decoded. Prints its name only: the value may be a secret. `origin` is where its name
/// starts.
public record UrlParameter(String name, String value, Origin origin) {
    @Override
    public String toString() {
        return name;
    }
}
