package dev.tautline.store.telemetry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.core.env.PropertyResolver;

/// Where telemetry goes: the base address of a collector, below which OTLP over HTTP has `/v1/traces` and `/v1/metrics`
/// (OpenTelemetry Protocol 1.10, "OTLP/HTTP Request").
public final class CollectorAddress {
    private static final String SETTING = "chandlery.telemetry.endpoint";

    private CollectorAddress() {}

    /// Nothing where none is named.
    ///
    /// @throws IllegalArgumentException when it is no such address; the message is for the operator
    public static Optional<URI> of(PropertyResolver settings) {
        var text = settings.getProperty(SETTING, "").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(text));
    }

    private static URI parse(String text) {
        try {
            var address = new URI(text);
            var scheme = String.valueOf(address.getScheme());
            if ((scheme.equals("http") || scheme.equals("https"))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && !text.endsWith("/")) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // Told below, without the text: somebody may have put a password into it.
        }
        throw new IllegalArgumentException(
                SETTING + " is not the base address of a collector that speaks OTLP over HTTP,"
                        + " such as http://127.0.0.1:4318: a scheme of http or https, a host, no user, no query, no / at the end."
                        + " Headers go to management.opentelemetry.tracing.export.otlp.headers and"
                        + " management.otlp.metrics.export.headers.");
    }
}
