package dev.tautline.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/// The hosts that a JDBC URL names, by the driver's own reading of it.
final class Hosts {
    private Hosts() {}

    /// Empty when it is not a URL of PostgreSQL's driver.
    static List<String> of(String url) {
        Properties properties = Driver.parseURL(url, null);
        var hosts = properties == null ? null : properties.getProperty("PGHOST");
        return hosts == null ? List.of() : Arrays.asList(hosts.split(",", -1));
    }
}
