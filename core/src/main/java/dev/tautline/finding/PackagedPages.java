package dev.tautline.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The pages of the reference, in Markdown, as they are packaged below `pages` beside the class that they are about.
public final class PackagedPages {
    private PackagedPages() {}

    /// The text of one page; empty when there is none of that name.
    public static Optional<String> of(Class<?> beside, String id) {
        if (!id.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        try (var stream = beside.getResourceAsStream("pages/" + id + ".md")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the page of " + id, unreadable);
        }
    }
}
