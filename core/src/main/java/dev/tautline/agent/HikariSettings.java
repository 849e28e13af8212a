package dev.tautline.agent;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.PropertyElf;
import dev.tautline.agent.AgentReport.EffectiveSetting;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Every setting of a HikariCP pool with the value in force and where it came from. HikariCP corrects values when
/// the pool starts and writes them back to its configuration, so that is what is read, each time anew.
final class HikariSettings {
    private static final String POM = "/META-INF/maven/com.zaxxer/HikariCP/pom.properties";
    private static final String UNSET = "none";

    // The data source and the tracker are ours; credentials repeat username and password; the driver's follow apart.
    private static final Set<String> NOT_SHOWN = Set.of(
            "credentials",
            "dataSource",
            "dataSourceProperties",
            "exceptionOverride",
            "healthCheckProperties",
            "metricsTrackerFactory",
            "metricRegistry");

    private final HikariConfig config;
    private final SettingOrigins origins;
    private final Map<String, String> asWritten;
    private final Map<String, String> defaults;
    private final String product;

    /// To be made before the pool starts, else the values as written are not known any more.
    HikariSettings(HikariConfig config, SettingOrigins origins) {
        this.config = config;
        this.origins = origins;
        this.asWritten = values(config);
        this.defaults = values(new HikariConfig());
        this.product = "HikariCP " + version();
    }

    List<EffectiveSetting> settings() {
        List<EffectiveSetting> settings = new ArrayList<>();
        values(config)
                .forEach((name, value) ->
                        settings.add(new EffectiveSetting(name, shown(name, value), origin(name, value))));
        settings.addAll(driver().settings(origins));
        return List.copyOf(settings);
    }

    DriverSettings driver() {
        return new DriverSettings(config.getJdbcUrl(), config.getDataSourceProperties());
    }

    /// The URL without secrets; the data source's class or JNDI name for a pool that has no URL.
    String url() {
        String url = config.getJdbcUrl();
        if (url != null) {
            return SecretMask.inText(url);
        }
        String named =
                config.getDataSourceClassName() != null ? config.getDataSourceClassName() : config.getDataSourceJNDI();
        return named != null ? named : "";
    }

    private String origin(String name, String value) {
        String written = Objects.requireNonNullElse(asWritten.get(name), UNSET);
        String place = origins.of(name);
        if (place == null) {
            place = written.equals(defaults.get(name)) ? "default of " + product : "set in code";
        }
        if (written.equals(value)) {
            return place;
        }
        return written.equals(UNSET) || written.equals("-1")
                ? place + ", computed at start"
                : place + ", where it says " + shown(name, written) + ": corrected by " + product
                        + " or changed at run time";
    }

    private static String shown(String name, String value) {
        boolean secret = SecretMask.isSecretName(name) && !name.endsWith("ClassName") && !value.equals(UNSET);
        return secret ? SecretMask.MASKED : SecretMask.inText(value);
    }

    private static Map<String, String> values(HikariConfig config) {
        Map<String, String> values = new TreeMap<>();
        for (String name : new TreeSet<>(PropertyElf.getPropertyNames(HikariConfig.class))) {
            if (!NOT_SHOWN.contains(name)) {
                values.put(name, text(PropertyElf.getProperty(name, config)));
            }
        }
        return values;
    }

    // Of objects (a thread factory, a credentials provider) only the class: their toString is not ours to show.
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> UNSET;
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> value.getClass().getName();
        };
    }

    private static String version() {
        Properties pom = new Properties();
        try (InputStream in = HikariConfig.class.getResourceAsStream(POM)) {
            if (in != null) {
                pom.load(in);
            }
        } catch (IOException e) {
            return "of unknown version";
        }
        return pom.getProperty("version", "of unknown version");
    }
}
