package dev.tautline.stage;

import java.net.URI;

/// A running instance of the shop.
public record StoreProcess(StoreSettings settings, ChildProcess process) implements AutoCloseable {
    public String name() {
        return settings.name();
    }

    public URI shopUrl() {
        return URI.create("http://127.0.0.1:%d/".formatted(settings.port()));
    }

    public URI agentUrl() {
        return managementUrl(settings, "tautline");
    }

    /// A page of the instance's actuator, such as `health/readiness-buy`.
    public URI managementUrl(String endpoint) {
        return managementUrl(settings, endpoint);
    }

    static URI managementUrl(StoreSettings settings, String endpoint) {
        return URI.create("http://127.0.0.1:%d/actuator/%s".formatted(settings.managementPort(), endpoint));
    }

    @Override
    public void close() {
        process.close();
    }
}
