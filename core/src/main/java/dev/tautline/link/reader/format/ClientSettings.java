package dev.tautline.link.reader.format;

import dev.tautline.settings.DriverKeys;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.Settings;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.UrlParameter;
import dev.tautline.settings.Versions;
import dev.tautline.settings.Written;
import java.util.Optional;
import java.util.Set;

/// Gathers what one data source is told: by its framework, its pool, and the driver's own properties.
/// Not thread-safe.
public final class ClientSettings {
    private static final Set<String> NOT_OF_DBCP2S_FACTORY =
            Set.of("maxWait", "maxConn", "minEvictableIdle", "softMinEvictableIdle", "durationBetweenEvictionRuns");

    private final Settings.Builder settings;
    private final Optional<JdbcUrl> url;

    public ClientSettings(Versions versions, Optional<JdbcUrl> url) {
        this.settings = Settings.builder(versions);
        this.url = url;
    }

    public ClientSettings put(SettingKey<?> key, Written written) {
        settings.put(key, written);
        return this;
    }

    public ClientSettings user(Written written) {
        return put(SpringKeys.DATASOURCE_USERNAME, written);
    }

    public ClientSettings password(Written written) {
        return put(SpringKeys.DATASOURCE_PASSWORD, written);
    }

    /// A setting of the pool, by the name that the pool itself has for it.
    public ClientSettings pool(Pool pool, String name, Written written) {
        pool.vocabulary()
                .ifPresent(names -> known(names.find(name), pool.product().orElseThrow(), name, written));
        return this;
    }

    /// A setting in the form that a factory of the pool reads: only strings and numbers, none of the setters
    /// that take an object (Commons DBCP 2.14, `BasicDataSourceFactory`).
    public ClientSettings poolOfFactory(Pool pool, String name, Written written) {
        return pool == Pool.DBCP2 && NOT_OF_DBCP2S_FACTORY.contains(name)
                ? stray(Product.DBCP2, name, written)
                : pool(pool, name, written);
    }

    /// A setting of the pool as it is bound by a framework, to which dashes and case do not matter.
    public ClientSettings poolRelaxed(Pool pool, String name, Written written) {
        pool.vocabulary()
                .ifPresent(
                        names -> known(names.findRelaxed(name), pool.product().orElseThrow(), name, written));
        return this;
    }

    /// The same, but a name that the pool does not have is no stray: something else may read it.
    public ClientSettings poolIfKnown(Pool pool, String name, Written written) {
        pool.vocabulary().flatMap(names -> names.findRelaxed(name)).ifPresent(key -> settings.put(key, written));
        return this;
    }

    /// A name that `product` does not have.
    public ClientSettings stray(Product product, String name, Written written) {
        settings.stray(new Settings.Stray(product, name, written));
        return this;
    }

    /// A property of the driver, by its exact name. A driver around another has properties of its own, so a
    /// name that the inner one does not know may be one of those.
    public ClientSettings driver(String name, Written written) {
        var isWrapped = url.flatMap(JdbcUrl::wrapper).isPresent();
        url.flatMap(DriverKeys::of).ifPresent(keys -> {
            var key = keys.find(name);
            if (key.isPresent() || !isWrapped) {
                known(key, keys.product(), name, written);
            }
        });
        return this;
    }

    /// Properties of the driver in one value: `socketTimeout=10;tcpKeepAlive=true`.
    public ClientSettings driverList(Written written) {
        if (written.isResolved()) {
            for (var part : written.text().split("[;&]", -1)) {
                var equals = part.indexOf('=');
                if (equals > 0) {
                    var name = part.substring(0, equals).strip();
                    var text = part.substring(equals + 1).strip();
                    driver(name, Written.of(name, text, written.origin()));
                }
            }
        }
        return this;
    }

    /// What is not written may be written in something that cannot be seen, such as an included file.
    public ClientSettings restIn(Written unseen) {
        settings.restIn(unseen);
        return this;
    }

    /// The parameters of the URL; they win over properties given apart, so they come last.
    public Settings build() {
        url.ifPresent(found -> found.parameters().forEach(this::parameter));
        return settings.build();
    }

    private void parameter(UrlParameter parameter) {
        driver(parameter.name(), parameter.written());
    }

    private ClientSettings known(Optional<SettingKey<?>> key, Product product, String name, Written written) {
        key.ifPresentOrElse(found -> settings.put(found, written), () -> stray(product, name, written));
        return this;
    }
}
