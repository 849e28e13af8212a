package dev.tautline.settings;

import java.util.Map;
import java.util.Optional;

/// The versions of the products on one client's side. A product that nothing names is assumed to be the newest one we
/// know, and every default taken from it says so.
public record Versions(Map<Product, Detected> detected) {
    public static final Versions UNKNOWN = new Versions(Map.of());

    /// A version and the file or answer that told it; `how` is empty when it is written plainly at the origin.
    public record Detected(Version version, Origin origin, String how) {}

    public Versions {
        detected = Map.copyOf(detected);
    }

    public Version of(Product product) {
        return find(product).map(Detected::version).orElse(product.newest());
    }

    /// The product itself, or the fork of it whose version was found where the product's own was not.
    public Product inUse(Product product) {
        return find(product).isPresent()
                ? product
                : product.forks().stream()
                        .filter(fork -> find(fork).isPresent())
                        .findFirst()
                        .orElse(product);
    }

    public Optional<Detected> find(Product product) {
        return Optional.ofNullable(detected.get(product));
    }

    /// The version in words, for example `6.3.3 (managed by Spring Boot 3.5.6)` or `7.1.0 (assumed: no version found)`.
    public String describe(Product product) {
        return find(product)
                .map(found -> found.version() + (found.how().isEmpty() ? "" : " (" + found.how() + ")"))
                .orElse(product.newest() + " (assumed: no version found)");
    }
}
