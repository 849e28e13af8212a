package dev.tautline.link.reader.pool;

import dev.tautline.link.Framework;
import dev.tautline.link.Profile;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Java and Kotlin that build a pool of HikariCP, in files that are called as if they did: a repository's other code is
/// not opened.
public final class HikariCodeFormat implements Format {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(?:hikari|data-?source|database|jdbc|pool|persistence)\\w*\\.(?:java|kt)|db\\w*\\.(?:java|kt)");
    private static final Path MAIN = Path.of("src", "main");

    @Override
    public boolean mayBe(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches()
                && home(file).isPresent();
    }

    @Override
    public boolean recognises(SourceText source) {
        return source.text().contains("com.zaxxer.hikari")
                && HikariCode.of(source).isPresent();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        HikariCode.of(source)
                .ifPresent(code -> facts.application(
                        new OneFile(home(source.file()).orElse(Path.of("")), Framework.NONE, Profile.PLAIN, code)));
        return true;
    }

    /// The project whose main code it is; tests make pools of their own.
    private static Optional<Path> home(Path file) {
        for (var at = file.getParent(); at != null; at = at.getParent()) {
            if (at.endsWith(MAIN)) {
                return Optional.ofNullable(at.getParent())
                        .map(src -> Optional.ofNullable(src.getParent()).orElse(Path.of("")));
            }
        }
        return Optional.empty();
    }
}
