package dev.tautline.check;

import dev.tautline.link.Client;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.Setting;
import dev.tautline.settings.SpringKeys;
import java.util.Optional;

/// The class that a client names as its driver.
public final class DriverClass {
    private static final String BOOTS_OWN = "spring.datasource";

    private DriverClass() {}

    /// The pool's own word wins over Spring Boot's, which is about Spring Boot's data source only; empty where the
    /// driver is found by the URL.
    public static Optional<Setting.Known<String>> of(Client client) {
        return client.get(HikariKeys.DRIVER_CLASS_NAME)
                .chosen()
                .or(() -> client.dataSource().equals(BOOTS_OWN)
                        ? client.get(SpringKeys.DATASOURCE_DRIVER_CLASS_NAME).chosen()
                        : Optional.empty());
    }
}
