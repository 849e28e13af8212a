package dev.tautline.probe;

/// A password that cannot be printed by accident: [#toString] never shows it.
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /// The password itself, only for handing it to the server.
    public String reveal() {
        return value;
    }

    /// `text` with every occurrence of the password masked; servers and drivers do quote their input.
    String scrub(String text) {
        return value.isEmpty() ? text : text.replace(value, "****");
    }

    @Override
    public String toString() {
        return "****";
    }
}
