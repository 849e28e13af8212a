package dev.tautline.check.change;

import dev.tautline.finding.Evidence;
import dev.tautline.finding.Finding;
import dev.tautline.finding.Owner;
import dev.tautline.finding.Severity;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Product;
import dev.tautline.settings.SettingKey;
import dev.tautline.settings.SpringKeys;
import dev.tautline.settings.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A driver, a pool or a framework has another version, and defaults that nobody wrote change with it.
public final class VersionChangesDefaults implements ClientChangeRule {
    private static final Map<Product, Vocabulary> PRODUCTS = new TreeMap<>(Map.of(
            Product.HIKARICP, HikariKeys.VOCABULARY,
            Product.PGJDBC, PgjdbcKeys.VOCABULARY,
            Product.SPRING_BOOT, SpringKeys.VOCABULARY));

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public Owner owner() {
        return Owner.APPLICATION;
    }

    @Override
    public List<Finding> judge(ClientChange change) {
        return PRODUCTS.entrySet().stream()
                .flatMap(entry -> judge(change, entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private Optional<Finding> judge(ClientChange change, Product product, Vocabulary vocabulary) {
        var before = change.before().settings().versions().find(product);
        var after = change.after().settings().versions().find(product);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        var changed = vocabulary.keys().stream()
                .flatMap(key -> changed(change, key).stream())
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        change,
                        product.title() + " " + before.get().version() + " → "
                                + after.get().version() + " changes defaults: " + String.join(", ", changed),
                        "Nobody wrote these values, so nobody looks for them in the change: the service behaves otherwise"
                                + " although its files are the same.",
                        "write the value that is meant for each of them",
                        new Evidence(
                                product.title(),
                                after.get().version().toString(),
                                after.get().origin()),
                        new Evidence(
                                "before: " + product.title(),
                                before.get().version().toString(),
                                before.get().origin())));
    }

    private static <T> Optional<String> changed(ClientChange change, SettingKey<T> key) {
        var was = change.before().get(key).known();
        var is = change.after().get(key).known();
        return was.isPresent()
                        && is.isPresent()
                        && !was.get().isChosen()
                        && !is.get().isChosen()
                        && !was.get().value().equals(is.get().value())
                ? Optional.of(key + " " + new Both<>(was.get(), is.get()))
                : Optional.empty();
    }
}
