package dev.tautline.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The guide that users copy from: its example is the configuration of the tests.
final class Guide {
    private static final Path PAGE = Path.of("..", "docs", "guides", "spring-boot.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private Guide() {}

    static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String yaml() {
        Matcher block = YAML.matcher(text());
        if (!block.find()) {
            throw new IllegalStateException("No yaml block in " + PAGE);
        }
        return block.group(1);
    }
}
