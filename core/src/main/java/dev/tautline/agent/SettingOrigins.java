package dev.tautline.agent;

import org.jspecify.annotations.Nullable;

/// Knows where a setting was written: `application.yml:7:20`, an environment variable. A framework supplies it.
@FunctionalInterface
public interface SettingOrigins {
    /// For an application that configures its pool in code.
    SettingOrigins UNKNOWN = setting -> null;

    /// `setting` is HikariCP's name (`maximumPoolSize`, `jdbcUrl`) or `dataSourceProperties.NAME` for the driver's.
    /// Null when nobody set it or it is not known who did.
    @Nullable
    String of(String setting);
}
