package dev.tautline.link;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/// How sure it is that customers depend on something.
public enum Stage {
    /// A file or profile says so.
    PRODUCTION,
    /// Nothing says so, nothing denies it.
    UNKNOWN,
    /// Started by developers on their own machines, such as a compose file that no production file extends.
    LOCAL,
    /// Named as a demonstration, an example or a test.
    DEVELOPMENT;

    private static final Set<String> DEVELOPMENT_WORDS = Set.of(
            "dev",
            "devel",
            "development",
            "local",
            "localhost",
            "test",
            "tests",
            "testing",
            "it",
            "ci",
            "demo",
            "demos",
            "example",
            "examples",
            "sample",
            "samples",
            "sandbox",
            "e2e");
    private static final Set<String> PRODUCTION_WORDS = Set.of("prod", "production", "prd", "live");

    /// What the names of a file and of the folders around it say; the innermost name that says anything
    /// decides. The path must be relative to what is reviewed: whose home directory it lies in says nothing.
    public static Stage of(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(element -> ofName(element.toString()))
                .filter(stage -> stage != UNKNOWN)
                .reduce((outer, inner) -> inner)
                .orElse(UNKNOWN);
    }

    /// What one name says, word by word: `docker-compose.prod.yml`, `shop-dev`, `integration_test`.
    public static Stage ofName(String name) {
        var words = Arrays.asList(name.toLowerCase(Locale.ROOT).split("[-_.]", -1));
        if (words.stream().anyMatch(DEVELOPMENT_WORDS::contains)) {
            return DEVELOPMENT;
        }
        return words.stream().anyMatch(PRODUCTION_WORDS::contains) ? PRODUCTION : UNKNOWN;
    }
}
