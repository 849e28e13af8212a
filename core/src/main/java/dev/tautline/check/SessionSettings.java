package dev.tautline.check;

import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Origin;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.PostgresKeys;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The server settings that a client chooses for its own sessions: with `options` of its URL, and with
/// `connection-init-sql` after that.
public final class SessionSettings {
    /// `-c name=value` and `--name=value` (PostgreSQL manual, "postgres", options).
    private static final Pattern OPTION = Pattern.compile("(?:-c\\s*|--)(?<name>[\\w.-]+)=(?<value>(?:\\\\.|\\S)*)");

    private static final Pattern SET = Pattern.compile(
            "(?i)\\bset\\s+(?:session\\s+)?(?<name>[\\w.]+)\\s*(?:=|\\bto\\b)\\s*(?:'(?<quoted>[^']*)'|(?<value>[^\\s;']+))");

    private SessionSettings() {}

    /// Only what is written there counts; the defaults are those of the newest server we know.
    public static Settings of(Client client) {
        var settings = Settings.builder(Versions.UNKNOWN);
        client.get(PgjdbcKeys.OPTIONS)
                .chosen()
                .ifPresent(options -> OPTION.matcher(options.value())
                        .results()
                        .forEach(option -> put(settings, option, option.group("value"), options.origin())));
        client.get(HikariKeys.CONNECTION_INIT_SQL)
                .chosen()
                .ifPresent(sql -> SET.matcher(sql.value()).results().forEach(set -> {
                    var value = set.group("quoted") == null ? set.group("value") : set.group("quoted");
                    put(settings, set, value, sql.origin());
                }));
        return settings.build();
    }

    private static void put(Settings.Builder settings, MatchResult found, String value, Origin origin) {
        var name = found.group("name").replace('-', '_');
        PostgresKeys.VOCABULARY
                .findIgnoringCase(name)
                .ifPresent(key -> settings.put(key, Written.of(name, value.replace("\\", ""), origin)));
    }
}
