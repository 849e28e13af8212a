package dev.tautline.link.reader.proxy;

import dev.tautline.link.reader.format.Included;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextFiles;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The `auth_file` of a PgBouncer, where it lies beside the settings: a line `"user" "password"` each (PgBouncer
/// 1.25, "Authentication file format").
final class UserList {
    private static final Pattern LINE =
            Pattern.compile("\\s*\"(?<user>(?:[^\"]|\"\")*)\"\\s+\"(?<password>(?:[^\"]|\"\")*)\".*");
    /// `md5` and 32 hexadecimal digits, or a SCRAM secret.
    private static final Pattern HASHED = Pattern.compile("md5[0-9a-fA-F]{32}|SCRAM-SHA-256\\$.*");

    private UserList() {}

    /// The first password that is not hashed, with its place.
    static Optional<Written> clearPassword(Path settings, Written authFile, Collection<Problem> problems) {
        return authFile.isResolved()
                ? Included.file(settings, authFile.text())
                        .flatMap(file -> new TextFiles(problems).read(file).map(text -> SourceText.of(file, text)))
                        .flatMap(UserList::clearPassword)
                : Optional.empty();
    }

    private static Optional<Written> clearPassword(SourceText source) {
        var lines = source.text().lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> clearPassword(source, i + 1, lines.get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Written> clearPassword(SourceText source, int number, String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()
                || matcher.group("password").isEmpty()
                || HASHED.matcher(matcher.group("password")).matches()) {
            return Optional.empty();
        }
        var key = PgBouncerKeys.AUTH_FILE_PASSWORD.name();
        return Optional.of(Written.of(
                key,
                matcher.group("password").replace("\"\"", "\""),
                source.place(number, matcher.start("password") + 1, key)));
    }
}
