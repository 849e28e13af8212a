package dev.tautline.agent;

import dev.tautline.agent.AgentReport.EffectiveSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.util.DriverInfo;

/// What the driver makes of a URL and properties: where it connects, and the settings that decide how it behaves when
/// the network or the server does not. For PostgreSQL pgjdbc's own parser is asked; of other drivers only what was set
/// is known.
final class DriverSettings {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    // Defaults matter here as much as values: most outages come from a limit that nobody set.
    private static final Set<PGProperty> ALWAYS_SHOWN = Set.of(
            PGProperty.APPLICATION_NAME,
            PGProperty.CONNECT_TIMEOUT,
            PGProperty.LOGIN_TIMEOUT,
            PGProperty.SOCKET_TIMEOUT,
            PGProperty.CANCEL_SIGNAL_TIMEOUT,
            PGProperty.TCP_KEEP_ALIVE,
            PGProperty.SSL_MODE,
            PGProperty.TARGET_SERVER_TYPE,
            PGProperty.LOAD_BALANCE_HOSTS,
            PGProperty.HOST_RECHECK_SECONDS,
            PGProperty.PREPARE_THRESHOLD,
            PGProperty.DEFAULT_ROW_FETCH_SIZE,
            PGProperty.REWRITE_BATCHED_INSERTS,
            PGProperty.AUTOSAVE);
    private static final Set<String> SHOWN_AS_URL = Set.of("PGHOST", "PGPORT", "PGDBNAME");
    // jdbc:any:// or jdbc:any:more:// followed by hosts
    private static final Pattern HOSTS = Pattern.compile("^jdbc:[^/]*//([^/?;]+)");

    private final @Nullable String url;
    private final Properties properties;

    DriverSettings(@Nullable String url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    /// `host:port`, several separated by commas.
    String hosts() {
        return postgresql().map(DriverSettings::hostsOf).orElseGet(this::hostsInUrl);
    }

    List<EffectiveSetting> settings(SettingOrigins origins) {
        return postgresql().map(parsed -> ofPostgresql(parsed, origins)).orElseGet(() -> asGiven(origins));
    }

    private Optional<Properties> postgresql() {
        if (url == null || !url.startsWith(POSTGRESQL)) {
            return Optional.empty();
        }
        return Optional.ofNullable(Driver.parseURL(url, properties));
    }

    private static String hostsOf(Properties parsed) {
        List<String> hosts = separated(parsed.getProperty("PGHOST", "localhost"));
        List<String> ports = separated(parsed.getProperty("PGPORT", "5432"));
        return IntStream.range(0, hosts.size())
                .mapToObj(i -> hosts.get(i) + ":" + ports.get(Math.min(i, ports.size() - 1)))
                .collect(Collectors.joining(","));
    }

    private static List<String> separated(String list) {
        return Pattern.compile(",").splitAsStream(list).toList();
    }

    private String hostsInUrl() {
        if (url != null) {
            Matcher hosts = HOSTS.matcher(SecretMask.inText(url));
            return hosts.find() ? hosts.group(1) : SecretMask.inText(url);
        }
        String name = properties.getProperty("serverName", properties.getProperty("serverNames", ""));
        String port = properties.getProperty("portNumber", properties.getProperty("portNumbers", ""));
        return port.isEmpty() ? name : name + ":" + port;
    }

    private List<EffectiveSetting> ofPostgresql(Properties parsed, SettingOrigins origins) {
        List<EffectiveSetting> settings = new ArrayList<>();
        for (PGProperty property : PGProperty.values()) {
            String name = property.getName();
            boolean set = parsed.getProperty(name) != null;
            if (!SHOWN_AS_URL.contains(name) && (set || ALWAYS_SHOWN.contains(property))) {
                String value = String.valueOf(property.getOrDefault(parsed));
                settings.add(setting(name, value, set ? origin(name, origins) : defaultOfDriver()));
            }
        }
        return settings;
    }

    private List<EffectiveSetting> asGiven(SettingOrigins origins) {
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(name -> setting(name, properties.getProperty(name), origin(name, origins)))
                .toList();
    }

    private static EffectiveSetting setting(String name, String value, String origin) {
        boolean secret = SecretMask.isSecretName(name);
        return new EffectiveSetting("driver." + name, secret ? SecretMask.MASKED : SecretMask.inText(value), origin);
    }

    // pgjdbc lets the URL win over the properties.
    private String origin(String name, SettingOrigins origins) {
        if (url != null
                && Pattern.compile("[?&]" + Pattern.quote(name) + "=")
                        .matcher(url)
                        .find()) {
            String inUrl = origins.of("jdbcUrl");
            return inUrl == null ? "the URL, set in code" : "the URL at " + inUrl;
        }
        String origin = origins.of("dataSourceProperties." + name);
        return origin == null ? "set in code" : origin;
    }

    private static String defaultOfDriver() {
        return "default of pgjdbc " + DriverInfo.DRIVER_VERSION;
    }
}
