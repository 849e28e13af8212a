package dev.tautline.store.admin;

import org.jspecify.annotations.Nullable;

/// A number of the overview. Its words are `gauge.…` of the bundle.
///
/// @param path where more is told
/// @param alarming whether somebody should look
public record Gauge(
        String key, String text, boolean alarming, @Nullable String path) {

    static Gauge count(String key, long number, @Nullable String path) {
        return new Gauge(key, Long.toString(number), number > 0, path);
    }

    public String style() {
        return alarming ? "bad" : "good";
    }
}
