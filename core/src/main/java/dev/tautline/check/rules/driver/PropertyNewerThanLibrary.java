package dev.tautline.check.rules.driver;

import dev.tautline.check.ClientRule;
import dev.tautline.finding.Edit;
import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.finding.Verdict;
import dev.tautline.link.Client;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Product;
import dev.tautline.settings.Setting;
import dev.tautline.settings.Versions;
import java.util.Optional;

/// A property that the driver or the pool got only in a later version than the one that is used.
public final class PropertyNewerThanLibrary implements ClientRule {
    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public Verdict judge(Client client) {
        return Verdict.of(client.settings().written().stream()
                .flatMap(setting -> judge(client, setting).stream())
                .toList());
    }

    /// A version that nothing names is assumed to be the newest, which has them all.
    private Optional<Finding> judge(Client client, Setting<?> setting) {
        var key = setting.key();
        return client.settings()
                .versions()
                .find(key.product())
                .filter(library -> !key.isIn(library.version()))
                .flatMap(library -> origin(setting).map(at -> finding(client, setting, at, library)));
    }

    private Finding finding(Client client, Setting<?> setting, Origin at, Versions.Detected library) {
        var key = setting.key();
        var product = key.product().title();
        var found = finding(
                client,
                "%s is not in %s %s; it came with %s".formatted(key, product, library.version(), key.since()),
                leads(key.product()),
                new Edit.Decide(at, "take %s %s or newer, or remove %s".formatted(product, key.since(), key)),
                new Evidence(key.name(), "a value that nothing reads", at),
                new Evidence(product, library.version().text(), library.origin()));
        return UnknownDriverProperty.isSafety(key.name()) ? found : found.withSeverity(Severity.MEDIUM);
    }

    private static String leads(Product product) {
        return product == Product.PGJDBC
                ? "The driver ignores it without a word: what it was meant to switch on is off, and shows only when it"
                        + " is needed."
                : "Spring Boot passes over what the pool does not have, without a word: what it was meant to switch on"
                        + " is off. A properties file of the pool's own makes the start fail.";
    }

    private static Optional<Origin> origin(Setting<?> setting) {
        return switch (setting) {
            case Setting.Known<?> known -> Optional.of(known.origin());
            case Setting.Malformed<?> malformed -> Optional.of(malformed.origin());
            case Setting.Unresolved<?> unresolved -> Optional.of(unresolved.origin());
            case Setting.Unset<?> _ -> Optional.empty();
        };
    }
}
