package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Reference;
import dev.tautline.link.StoredValues;
import dev.tautline.link.Variable;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the environment of a container in the order in which Kubernetes fills it: `envFrom` first, then
/// `env`; the last value of a name is the one in force, and all are kept.
final class EnvironmentReader {
    /// `$(NAME)`; two dollar signs are one that is meant (Kubernetes documentation, "Define Dependent
    /// Environment Variables").
    private static final Pattern DEPENDENT = Pattern.compile("\\$\\$|\\$\\(([A-Za-z_][A-Za-z0-9_.-]*)\\)");

    private final Stored stored;
    private final String namespace;

    EnvironmentReader(Stored stored, String namespace) {
        this.stored = stored;
        this.namespace = namespace;
    }

    List<Variable> of(YamlTree container) {
        var all = new ArrayList<Variable>();
        container.items("envFrom").forEach(source -> all.addAll(from(source)));
        for (var entry : container.items("env")) {
            entry.text("name").ifPresent(name -> all.add(variable(name, entry, all)));
        }
        return all;
    }

    private List<Variable> from(YamlTree source) {
        var prefix = source.text("prefix").map(Written::text).orElse("");
        return reference(source, "configMapRef", StoredValues.Kind.CONFIG_MAP)
                .or(() -> reference(source, "secretRef", StoredValues.Kind.SECRET))
                .map(reference -> variables(prefix, reference))
                .orElse(List.of());
    }

    private List<Variable> variables(String prefix, Reference reference) {
        var source = find(reference);
        var all = new ArrayList<Variable>();
        source.map(StoredValues::values).orElse(Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Variable(prefix + entry.getKey(), entry.getValue(), Optional.of(reference)))
                .forEach(all::add);
        if (source.filter(StoredValues::isComplete).isEmpty()) {
            all.add(unseen(reference));
        }
        return all;
    }

    /// Stands for all that a source may give which no file holds.
    private static Variable unseen(Reference reference) {
        var at = Written.of(Variable.UNSEEN, "", reference.origin());
        return new Variable(
                Variable.UNSEEN, Values.unresolved("all of " + reference.name(), at), Optional.of(reference));
    }

    private Optional<StoredValues> find(Reference reference) {
        return stored.find(reference.kind(), reference.name(), namespace);
    }

    private Variable variable(Written name, YamlTree entry, List<Variable> before) {
        var reference = reference(entry, "configMapKeyRef", StoredValues.Kind.CONFIG_MAP)
                .or(() -> reference(entry, "secretKeyRef", StoredValues.Kind.SECRET));
        if (reference.isPresent()) {
            return new Variable(name.text(), referred(reference.get(), name), reference);
        }
        if (entry.at("valueFrom").isPresent()) {
            return Variable.of(name.text(), Values.unresolved("the pod's " + name.text(), name));
        }
        var value = entry.text("value")
                .map(written -> Written.of(name.text(), written.text(), written.origin()))
                .orElseGet(() -> Written.of(name.text(), "", name.origin()));
        return Variable.of(name.text(), expanded(Values.templates(value), before));
    }

    private static Optional<Reference> reference(YamlTree entry, String field, StoredValues.Kind kind) {
        return entry.at("valueFrom", field)
                .or(() -> entry.at(field))
                .flatMap(found -> found.text("name")
                        .map(name -> new Reference(
                                kind,
                                name.text(),
                                found.text("key").map(Written::text),
                                found.text("optional")
                                        .map(Written::text)
                                        .filter("true"::equals)
                                        .isPresent(),
                                name.origin())));
    }

    private Written referred(Reference reference, Written name) {
        var key = reference.key().orElse("");
        return find(reference)
                .flatMap(values -> Optional.ofNullable(values.values().get(key)))
                .orElseGet(() -> Values.unresolved(
                        (reference.kind() == StoredValues.Kind.SECRET ? "secret " : "config map ") + reference.name()
                                + "/" + key,
                        Written.of(name.text(), "", reference.origin())));
    }

    /// Only names that stand further up are replaced. One that no line gives may come from a Service or from
    /// a tool that runs before.
    private static Written expanded(Written value, List<Variable> before) {
        var missing = new ArrayList<>(value.unresolved());
        var used = new ArrayList<Written>();
        var text = DEPENDENT.matcher(value.text()).replaceAll(found -> {
            var name = Optional.ofNullable(found.group(1));
            return name.map(one -> Matcher.quoteReplacement(replacement(one, before, missing, used)))
                    .orElse("\\$");
        });
        var holdsSecret = used.stream().anyMatch(one -> one.origin().isOfSecret());
        return new Written(value.key(), text, holdsSecret ? secret(value) : value.origin(), missing);
    }

    private static Origin secret(Written value) {
        var place = value.origin().place().orElseThrow();
        return new Origin.InFile(place.file(), place.line(), place.column(), "secret " + value.key());
    }

    private static String replacement(String name, List<Variable> before, List<String> missing, List<Written> used) {
        var known = before.reversed().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        known.map(Variable::value).ifPresent(used::add);
        known.ifPresentOrElse(found -> missing.addAll(found.value().unresolved()), () -> missing.add(name));
        return known.map(found -> found.value().text()).orElse("${" + name + "}");
    }
}
