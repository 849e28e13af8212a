package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Stage;
import dev.tautline.link.WrittenPassword;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Written;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Passwords of databases among the values of a chart, by what the keys on the way to them say: `database.password`,
/// `postgresql.auth.postgresPassword`, `dbPassword`. What the chart's templates make of them is not known.
final class ChartPasswords {
    private static final Pattern PASSWORD = Pattern.compile("(?i).*(password|passwd|pwd)");
    private static final Pattern OF_A_DATABASE = Pattern.compile(
            "(?i).*(postgres|pgsql|mysql|mariadb|database|datasource|jdbc|pgbouncer|pgpool).*|db|db[-_.].*"
                    + "|.*[-_.]db([-_.].*)?|pg([-_.].*)?");
    /// The first hump of `dbPassword`.
    private static final Pattern DB_FIRST = Pattern.compile("(db|pg)[A-Z]\\w*");
    /// What a person or a tool puts something else in place of: `<password>`, `{{ … }}`, `vault:secret/data#key`,
    /// `ref+awsssm://…`, `$(VAR)`.
    private static final Pattern STAND_IN = Pattern.compile("<.*>|.*\\{\\{.*|.*\\$[({].*|vault:.*|ref\\+.*|\\*+");
    /// Deeper than any values.
    private static final int MAX_DEPTH = 16;

    private ChartPasswords() {}

    static Stream<WrittenPassword> in(ValuesFile file) {
        var stage = Stage.ofName(file.environment());
        return passwords(file.tree(), false, 0).map(value -> new WrittenPassword(value, stage));
    }

    private static Stream<Written> passwords(YamlTree tree, boolean isOfDatabase, int depth) {
        return switch (tree) {
            case YamlTree.Entries entries
            when depth < MAX_DEPTH ->
                entries.all().entrySet().stream()
                        .flatMap(entry -> passwords(
                                entry.getKey(), entry.getValue(), isOfDatabase || isOfDatabase(entry.getKey()), depth));
            case YamlTree.Entries _, YamlTree.Items _, YamlTree.Scalar _ -> Stream.empty();
        };
    }

    private static Stream<Written> passwords(String key, YamlTree value, boolean isOfDatabase, int depth) {
        return value instanceof YamlTree.Scalar scalar
                ? Stream.of(scalar)
                        .filter(any -> isOfDatabase && PASSWORD.matcher(key).matches() && isWrittenOut(any))
                        .map(YamlTree.Scalar::written)
                : passwords(value, isOfDatabase, depth + 1);
    }

    private static boolean isOfDatabase(String key) {
        return OF_A_DATABASE.matcher(key).matches() || DB_FIRST.matcher(key).matches();
    }

    /// An encrypted value is unresolved.
    private static boolean isWrittenOut(YamlTree.Scalar scalar) {
        return !scalar.isNull()
                && !scalar.text().isBlank()
                && !STAND_IN.matcher(scalar.text()).matches()
                && scalar.written().isResolved();
    }
}
