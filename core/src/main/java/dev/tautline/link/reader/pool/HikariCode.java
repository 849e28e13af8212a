package dev.tautline.link.reader.pool;

import dev.tautline.link.Application;
import dev.tautline.link.Client;
import dev.tautline.link.reader.format.ClientSettings;
import dev.tautline.link.reader.format.OneFile;
import dev.tautline.link.reader.format.ReadUrl;
import dev.tautline.link.reader.format.Running;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.TextPlaces;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Problem;
import dev.tautline.settings.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A HikariCP pool as code in Java or Kotlin builds it, as far as literals tell: `config.setMaximumPoolSize(20)`,
/// `maximumPoolSize = 20`. Everything else is unresolved, and what is not set may be set elsewhere.
final class HikariCode implements OneFile.Reading {
    private static final Pattern MADE = Pattern.compile("\\bHikari(?:Config|DataSource)\\s*\\(\\s*\\)");
    private static final Pattern HELD =
            Pattern.compile("\\b(\\w+)\\s*=\\s*(?:new\\s+)?Hikari(?:Config|DataSource)\\s*\\(");
    private static final Pattern SETTER =
            Pattern.compile("\\.set(?<name>[A-Z]\\w*)\\s*\\(\\s*(?<value>[^;\\n]*?)\\s*\\)\\s*;");
    /// A text may hold `//`, as every address does: what stands behind it there is no comment.
    private static final String TEXT = "\"(?:[^\"\\\\\\n]|\\\\.)*\"";

    private static final Pattern ASSIGNED = Pattern.compile("(?m)^\\s*(?:\\w+\\.)?(?<name>[a-z]\\w*)\\s*=(?!=)\\s*"
            + "(?<value>(?:" + TEXT + "|(?!//)[^\"\\n])+?)\\s*(?://.*)?$");
    private static final Pattern DRIVER = Pattern.compile(
            "\\.?addDataSourceProperty\\s*\\(\\s*\"(?<name>[^\"]+)\"\\s*,\\s*(?<value>[^;\\n]*?)\\s*\\)");
    private static final Pattern LITERAL = Pattern.compile("\"(?<text>[^\"\\\\$]*)\"|(?<bare>true|false|\\d+)[lL]?");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?://|\\*|/\\*).*$");

    private final SourceText source;
    private final String code;
    private final Map<String, Written> properties = new LinkedHashMap<>();
    private final Map<String, Written> ofDriver = new LinkedHashMap<>();

    private HikariCode(SourceText source) {
        this.source = source;
        // Every letter keeps its place.
        this.code = COMMENT.matcher(source.text())
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    /// Empty where code makes no pool, or several, for then it is not told which is which.
    static Optional<HikariCode> of(SourceText source) {
        var code = new HikariCode(source);
        var setters = source.name().endsWith(".kt") ? List.of(SETTER, ASSIGNED) : List.of(SETTER);
        setters.forEach(setter -> setter.matcher(code.code).results().forEach(code::property));
        DRIVER.matcher(code.code).results().forEach(found -> code.ofDriver.put(found.group(1), code.written(found)));
        var made = MADE.matcher(code.code)
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
        var count = MADE.matcher(code.code).results().count();
        return made == 1 && count == 1 && code.properties.containsKey("jdbcUrl") ? Optional.of(code) : Optional.empty();
    }

    /// Whether nothing else can set more: what is made is handed to the pool alone, and no properties come from
    /// elsewhere.
    private boolean isWhole() {
        var name = HELD.matcher(code);
        return !code.contains("DataSourceProperties")
                && name.find()
                && Pattern.compile("(?<!HikariDataSource)[(,]\\s*" + name.group(1) + "\\s*[),]")
                        .matcher(code)
                        .results()
                        .findAny()
                        .isEmpty();
    }

    private void property(MatchResult found) {
        var name = found.group(1);
        var bean = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        properties.put(bean.equals("isAutoCommit") ? "autoCommit" : bean, written(found));
    }

    private Written written(MatchResult found) {
        var value = found.group(2);
        var literal = LITERAL.matcher(value);
        if (!literal.matches()) {
            return new Written(found.group(1), "${" + found.group(1) + "}", place(found.start(2)), List.of(value));
        }
        var text = literal.group("text");
        return text == null
                ? Written.of(found.group(1), literal.group("bare"), place(found.start(2)))
                : Written.of(found.group(1), text, place(found.start(2) + 1));
    }

    private Origin.InFile place(int offset) {
        return new TextPlaces(source).at(offset, "");
    }

    @Override
    public List<Client> clients(Application application, Running running, Collection<Problem> problems) {
        var url = ReadUrl.of(Optional.ofNullable(properties.get("jdbcUrl")).orElseThrow(), problems);
        var settings = new ClientSettings(running.versions(), url.parsed());
        Optional.ofNullable(properties.get("username")).ifPresent(settings::user);
        Optional.ofNullable(properties.get("password")).ifPresent(settings::password);
        properties.forEach((name, written) -> settings.poolIfKnown(Pool.HIKARICP, name, written));
        ofDriver.forEach(settings::driver);
        if (!isWhole()) {
            settings.restIn(new Written(
                    "code", "in code that is not understood", url.written().origin(), List.of("code")));
        }
        return List.of(new Client(
                application, source.name(), "", Pool.HIKARICP, url.written(), url.parsed(), settings.build()));
    }
}
