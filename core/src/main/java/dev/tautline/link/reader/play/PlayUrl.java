package dev.tautline.link.reader.play;

import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/// The URL of a data source of Play, with the credentials that its short form holds.
record PlayUrl(ReadUrl url, Optional<Written> user, Optional<Written> password) {
    /// Play, `play.api.db.ConnectionPool.extractUrl`: `postgres://user:password@host/database`, the same for MySQL.
    private static final Pattern SHORT =
            Pattern.compile("(?<kind>postgres|mysql)://(?<user>\\w+):(?<password>[^@]+)@(?<rest>[^/]+/\\S+)");

    static PlayUrl of(Written written, Collection<Problem> problems) {
        var isInPlace =
                written.origin().place().filter(place -> place.column() > 1).isPresent();
        var brief = SHORT.matcher(written.text());
        if (!written.isResolved() || !brief.matches()) {
            var url = ReadUrl.of(written, index -> isInPlace ? index : 0, problems);
            return new PlayUrl(url, Optional.empty(), Optional.empty());
        }
        var start = brief.group("kind").equals("postgres") ? "jdbc:postgresql://" : "jdbc:mysql://";
        var full = Written.of(written.key(), start + brief.group("rest"), written.origin());
        var rest = brief.start("rest");
        var url = ReadUrl.of(full, index -> isInPlace ? rest + Math.max(0, index - start.length()) : 0, problems);
        return new PlayUrl(
                url,
                Optional.of(Written.of("username", brief.group("user"), written.origin())),
                Optional.of(Written.of("password", brief.group("password"), written.origin())));
    }
}
