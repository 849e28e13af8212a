package dev.tautline.settings;

/// One parameter of a JDBC URL, decoded. `origin` is where its name starts.
public record UrlParameter(String name, String value, Origin origin) {
    @Override
    public String toString() {
        return name + "=" + (Written.namesSecret(name) ? Secret.MASK : value);
    }
}
