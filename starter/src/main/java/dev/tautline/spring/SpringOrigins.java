package dev.tautline.spring;

import dev.tautline.agent.SettingOrigins;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;

/// Finds the place where Spring took a pool's setting from, with Spring's own rules for names and precedence.
final class SpringOrigins {
    // DataSourceProperties, which Spring Boot binds beside the pool's own.
    private static final Map<String, String> ONE_LEVEL_UP = Map.of(
            "jdbcUrl",
            "url",
            "username",
            "username",
            "password",
            "password",
            "driverClassName",
            "driver-class-name",
            "poolName",
            "name");
    private static final Pattern CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");

    private final ConfigurableEnvironment environment;
    private final ConfigurableListableBeanFactory beans;

    SpringOrigins(ConfigurableEnvironment environment, ConfigurableListableBeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    /// The origins of the settings of one data source bean; unknown when no properties are bound to it.
    SettingOrigins of(String beanName) {
        ConfigurationProperties bound = beans.findAnnotationOnBean(beanName, ConfigurationProperties.class, false);
        if (bound == null) {
            return SettingOrigins.UNKNOWN;
        }
        String prefix = bound.prefix().isEmpty() ? bound.value() : bound.prefix();
        return setting -> originOf(prefix, setting);
    }

    private @Nullable String originOf(String prefix, String setting) {
        return candidates(prefix, setting)
                .flatMap(this::property)
                .findFirst()
                .map(property -> OriginText.of(property.getName().toString(), property.getOrigin()))
                .orElse(null);
    }

    private static Stream<String> candidates(String prefix, String setting) {
        String own = prefix + "." + kebab(setting);
        String above = ONE_LEVEL_UP.get(setting);
        int dot = prefix.lastIndexOf('.');
        return above == null || dot < 0 ? Stream.of(own) : Stream.of(own, prefix.substring(0, dot) + "." + above);
    }

    // dataSourceProperties.socketTimeout: the driver's part of the name keeps its own spelling, relaxed by Spring.
    private static String kebab(String setting) {
        return CAPITAL.matcher(setting).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }

    private Stream<ConfigurationProperty> property(String name) {
        ConfigurationPropertyName parsed = ConfigurationPropertyName.adapt(name, '.');
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .flatMap(source -> Stream.ofNullable(source.getConfigurationProperty(parsed)))
                .limit(1);
    }
}
