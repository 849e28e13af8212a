package dev.tautline.link.reader.terraform;

import dev.tautline.settings.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folders with Terraform's files. Each is a module; one that others call has the values of each call.
final class Modules {
    /// Modules that call modules; also ends a cycle.
    private static final int MAX_DEPTH = 4;
    /// More copies of a module than any rule needs.
    private static final int MAX_SCOPES = 200;

    private final Map<Path, List<HclBlock>> blocks = new LinkedHashMap<>();
    private final Map<Path, Map<String, HclValue>> values = new HashMap<>();
    private final List<Scope> scopes = new ArrayList<>();

    void add(Path file, HclBlock content) {
        var path = file.toAbsolutePath().normalize();
        var folder = Optional.ofNullable(path.getParent()).orElse(path);
        var name = String.valueOf(path.getFileName());
        if (!name.endsWith(".tfvars")) {
            blocks.computeIfAbsent(folder, any -> new ArrayList<>()).addAll(content.blocks());
            return;
        }
        var known = values.computeIfAbsent(folder, any -> new HashMap<>());
        var isRead = name.equals("terraform.tfvars") || name.endsWith(".auto.tfvars");
        content.attributes().forEach((variable, value) -> {
            if (isRead) {
                known.put(variable, value);
            } else {
                known.putIfAbsent(variable, unknown(variable, value.origin()));
            }
        });
    }

    /// Each module with the values that it is used with: those in its files, or those of its callers.
    List<Scope> scopes() {
        if (scopes.isEmpty()) {
            var called = new ArrayList<Path>();
            blocks.forEach((folder, all) -> all.stream()
                    .filter(block -> block.word().equals("module"))
                    .forEach(call -> source(folder, call).ifPresent(called::add)));
            blocks.keySet().stream()
                    .filter(folder -> !called.contains(folder))
                    .forEach(folder -> enter(folder, values.getOrDefault(folder, Map.of()), 0));
        }
        return scopes;
    }

    private void enter(Path folder, Map<String, HclValue> given, int depth) {
        if (depth > MAX_DEPTH || scopes.size() >= MAX_SCOPES) {
            return;
        }
        var scope = new Scope(blocks.getOrDefault(folder, List.of()), given);
        scopes.add(scope);
        scope.of("module")
                .forEach(call -> source(folder, call).ifPresent(module -> {
                    var arguments = new HashMap<String, HclValue>();
                    call.attributes().forEach((name, value) -> arguments.put(name, shown(scope.resolved(value))));
                    enter(module, arguments, depth + 1);
                }));
    }

    /// Names of the caller's own mean nothing inside the module.
    private static HclValue shown(HclValue value) {
        return value instanceof HclValue.Expression(var text, var origin)
                        && (text.startsWith("var.") || text.startsWith("local."))
                ? new HclValue.Expression("caller's " + text, origin)
                : value;
    }

    private Optional<Path> source(Path folder, HclBlock call) {
        return call.at("source")
                .filter(HclValue.Literal.class::isInstance)
                .map(value -> ((HclValue.Literal) value).text())
                .filter(text -> text.matches("\\.{1,2}/[\\w./-]*"))
                .map(text -> folder.resolve(text).normalize())
                .filter(blocks::containsKey);
    }

    private static HclValue unknown(String variable, Origin.InFile origin) {
        return new HclValue.Expression("value of " + variable + " for one environment", origin);
    }
}
