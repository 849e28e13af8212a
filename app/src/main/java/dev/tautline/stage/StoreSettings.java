package dev.tautline.stage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How one instance of the shop shall run. Overrides are Spring properties; they are written to a file of the
/// instance's own, so that the agent can name file and line of a wrong one.
///
/// @param name the instance's name for agent, logs and files, such as shop-1
/// @param databaseUrl for buying, without user and password
public record StoreSettings(
        String name,
        int port,
        int managementPort,
        String databaseUrl,
        String paymentUrl,
        Map<String, String> overrides,
        List<String> jvmOptions) {
    public StoreSettings {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        jvmOptions = List.copyOf(jvmOptions);
    }

    public StoreSettings(String name, int port, int managementPort, String databaseUrl, String paymentUrl) {
        this(name, port, managementPort, databaseUrl, paymentUrl, Map.of(), List.of());
    }

    /// These settings with one property more, or another value for it.
    public StoreSettings with(String property, String value) {
        var changed = new LinkedHashMap<>(overrides);
        changed.put(property, value);
        return new StoreSettings(name, port, managementPort, databaseUrl, paymentUrl, changed, jvmOptions);
    }

    /// These settings with another address of the payment provider.
    public StoreSettings payingAt(String url) {
        return new StoreSettings(name, port, managementPort, databaseUrl, url, overrides, jvmOptions);
    }

    /// These settings with one more option for the JVM.
    public StoreSettings withJvmOption(String option) {
        var more = new ArrayList<>(jvmOptions);
        more.add(option);
        return new StoreSettings(name, port, managementPort, databaseUrl, paymentUrl, overrides, more);
    }

    /// The instance's `application.yml`, without a secret.
    String yaml() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("tautline.instance", name);
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", Integer.toString(port));
        properties.put("management.server.port", Integer.toString(managementPort));
        properties.put("spring.datasource.url", databaseUrl);
        properties.put("chandlery.payment.url", paymentUrl);
        properties.putAll(overrides);
        return Yaml.flat(properties);
    }
}
