package dev.tautline.check.rules.pooling;

import dev.tautline.link.Client;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What pgjdbc asks for in its start-up message, and whether PgBouncer passes it on.
final class StartupParameters {
    /// Tracked by every PgBouncer since 1.20 (manual, `track_extra_parameters`).
    private static final Set<String> TRACKED =
            Set.of("application_name", "client_encoding", "datestyle", "standard_conforming_strings", "timezone");

    private static final Pattern OPTION = Pattern.compile("(?:-c\\s*|--)([\\w.-]+)=");

    /// One parameter of the server, and the driver's property that asks for it.
    record Wanted(String name, Setting.Known<String> by) {
        boolean isInOptions() {
            return by.key().equals(PgjdbcKeys.OPTIONS);
        }
    }

    private StartupParameters() {}

    static List<Wanted> of(Client client) {
        var wanted = new ArrayList<Wanted>();
        client.get(PgjdbcKeys.CURRENT_SCHEMA)
                .chosen()
                .ifPresent(schema -> wanted.add(new Wanted("search_path", schema)));
        client.get(PgjdbcKeys.OPTIONS)
                .chosen()
                .ifPresent(options -> OPTION.matcher(options.value())
                        .results()
                        .forEach(option -> wanted.add(new Wanted(name(option.group(1)), options))));
        return List.copyOf(wanted);
    }

    /// Whether the pooler keeps the parameter with the client's sessions.
    static boolean isTracked(Wanted wanted, String tracked) {
        return TRACKED.contains(wanted.name()) || names(tracked).contains(wanted.name());
    }

    /// Whether the pooler drops the parameter without a word.
    static boolean isIgnored(Wanted wanted, String ignored) {
        return names(ignored).contains(wanted.name())
                || (wanted.isInOptions() && names(ignored).contains("options"));
    }

    private static Set<String> names(String list) {
        return Stream.of(list.split(",", -1)).map(StartupParameters::name).collect(Collectors.toSet());
    }

    private static String name(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
