package dev.tautline.targets;

import dev.tautline.settings.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// libpq's other way to write a connection, `host=db-1 dbname=shop`, as psql and programs in Python, Go, Ruby and PHP
/// take
/// it (PostgreSQL manual 18, section 32.1.1.1, "Keyword/Value Connection Strings").
final class ConnectionString {
    private static final Pattern BEGIN = Pattern.compile("\\s*[A-Za-z_]+\\s*=.*", Pattern.DOTALL);
    private static final Pattern KEYWORD = Pattern.compile("\\s*+([A-Za-z_]\\w*)\\s*=\\s*");
    private static final Pattern VALUE =
            Pattern.compile("'((?:[^'\\\\]|\\\\.)*+)'(?=\\s|$)|((?!')(?:\\\\.|[^\\s\\\\])*+)");

    /// What may be shown of one; all else may hold a secret, or be one that is misspelt.
    private static final Set<String> SHOWN =
            Set.of("host", "hostaddr", "port", "dbname", "service", "sslmode", "target_session_attrs");

    private ConnectionString() {}

    static boolean isOne(String text) {
        return BEGIN.matcher(text).matches();
    }

    /// Tells what is wrong to `problems`, without the text: which part of it is a password, nobody can tell then.
    static Optional<TargetUrl> parse(String text, Consumer<String> problems) {
        var values = new LinkedHashMap<String, String>();
        var keyword = KEYWORD.matcher(text);
        var value = VALUE.matcher(text);
        int at = 0;
        while (at < text.stripTrailing().length()) {
            if (!keyword.region(at, text.length()).lookingAt()
                    || !value.region(keyword.end(), text.length()).lookingAt()) {
                problems.accept("a connection string cannot be read on from column " + (at + 1)
                        + "; expected: keyword=value keyword='a value with blanks' …, as in"
                        + " \"host=db-1 port=5432 dbname=shop user=app\", or a URL");
                return Optional.empty();
            }
            values.put(keyword.group(1), unescaped(value.group(1) == null ? value.group(2) : value.group(1)));
            at = value.end();
        }
        var url = TargetUrl.ofLibpq(shown(values), values);
        // In a URL that names its host such a parameter is one of many; here it may well be the host that is misspelt.
        url.unknownParameters().forEach(unknown -> problems.accept("'" + url + "': " + unknown));
        return url.unknownParameters().isEmpty() ? Optional.of(url) : Optional.empty();
    }

    private static String unescaped(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\\\(.)", "$1");
    }

    private static String shown(Map<String, String> values) {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + (SHOWN.contains(one.getKey()) ? one.getValue() : Secret.MASK))
                .collect(Collectors.joining(" "));
    }
}
