package dev.tautline.check.fix;

import dev.tautline.finding.Edit;
import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// The one place of a file that an edit changes, and what stands there afterwards. Lines and columns count from 1,
/// columns in UTF-16 units; the end is the first letter that stays.
public record Replacement(Path file, int startLine, int startColumn, int endLine, int endColumn, String text) {
    /// Empty where a person has to find the place, or has to decide. `texts` gives the exact text of a file.
    public static Optional<Replacement> of(Edit edit, Function<Path, Optional<String>> texts) {
        return edit.at() instanceof Origin.InFile at
                ? FileKind.of(at.file())
                        .flatMap(kind -> texts.apply(at.file()).flatMap(text -> switch (new Locator(text, kind)
                                .locate(edit)) {
                            case Located.Splice splice -> Optional.of(of(at.file(), new Lines(text), splice));
                            case Located.Refused ignored -> Optional.<Replacement>empty();
                        }))
                : Optional.empty();
    }

    private static Replacement of(Path file, Lines lines, Located.Splice splice) {
        var first = lines.lineAt(splice.start());
        var last = lines.lineAt(splice.end());
        return new Replacement(
                file,
                first + 1,
                splice.start() - lines.start(first) + 1,
                last + 1,
                splice.end() - lines.start(last) + 1,
                splice.text());
    }
}
