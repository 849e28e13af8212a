package dev.tautline.link.reader.format;

import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// The URL of a data source as it is written, and taken apart where it is a JDBC URL.
public record ReadUrl(Written written, Optional<JdbcUrl> parsed) {
    /// Takes a text apart; what is wrong with it becomes a problem.
    public static ReadUrl of(Written written, Collection<Problem> problems) {
        return of(written, IntUnaryOperator.identity(), problems);
    }

    /// The same for a text that was resolved from another: `column` tells, for each letter, how many columns
    /// right of the origin it is written.
    public static ReadUrl of(Written written, IntUnaryOperator column, Collection<Problem> problems) {
        if (!JdbcUrl.isJdbc(written.text())) {
            return new ReadUrl(written, Optional.empty());
        }
        var parsed = JdbcUrl.parse(written.text(), written.origin(), column);
        problems.addAll(parsed.problems());
        return new ReadUrl(written, parsed.url());
    }

    /// A data source whose URL no file holds: `name` says what would.
    public static ReadUrl missing(String name, Origin origin) {
        return new ReadUrl(new Written(name, "${" + name + "}", origin, List.of(name)), Optional.empty());
    }
}
