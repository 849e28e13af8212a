package dev.tautline.link.reader.build;

import dev.tautline.link.reader.format.SourceText;
import dev.tautline.settings.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/// Gradle's `libs.versions.toml`: libraries and plug-ins by alias, with their versions (Gradle manual,
/// "Version Catalogs").
final class VersionCatalogue {
    private final Map<String, GradleScript.Named> byAlias = new HashMap<>();
    private final SourceText source;
    private final TomlTable root;

    private VersionCatalogue(SourceText source, TomlTable root) {
        this.source = source;
        this.root = root;
        aliases("libraries").forEach(alias -> byAlias.put(dotted(alias), library(alias)));
        aliases("plugins").forEach(alias -> byAlias.put("plugins." + dotted(alias), plugin(alias)));
    }

    /// What can be read; what is wrong becomes a problem, and there is no catalogue then.
    static Optional<VersionCatalogue> read(SourceText source, Collection<Problem> problems) {
        var parsed = Toml.parse(source.text());
        if (parsed.hasErrors()) {
            var first = parsed.errors().getFirst();
            problems.add(source.problem(
                    first.position().line(), first.position().column(), "not TOML: " + first.getMessage()));
            return Optional.empty();
        }
        return Optional.of(new VersionCatalogue(source, parsed));
    }

    /// The library or plug-in behind `libs.`; dashes and underscores of an alias are dots there.
    Optional<GradleScript.Named> find(String alias) {
        return Optional.ofNullable(byAlias.get(alias));
    }

    private static String dotted(String alias) {
        return alias.replace('-', '.').replace('_', '.');
    }

    private List<String> aliases(String table) {
        var group = root.isTable(table) ? root.getTable(table) : null;
        return group == null ? List.of() : new ArrayList<>(group.keySet());
    }

    private GradleScript.Named library(String alias) {
        var path = List.of("libraries", alias);
        if (root.isString(path)) {
            return named(String.valueOf(root.getString(path)).split(":", -1), inline(path));
        }
        var module = text("libraries", alias, "module");
        return named(
                module.map(text -> text.split(":", -1)).orElseGet(() -> new String[] {
                    text("libraries", alias, "group").orElse(""),
                    text("libraries", alias, "name").orElse("")
                }),
                version(path));
    }

    private GradleScript.Named plugin(String alias) {
        var path = List.of("plugins", alias);
        return root.isString(path)
                ? new GradleScript.Named(String.valueOf(root.getString(path)).split(":", -1)[0], "", inline(path))
                : new GradleScript.Named(text("plugins", alias, "id").orElse(""), "", version(path));
    }

    private static GradleScript.Named named(String[] parts, Optional<BuildFile.Value> version) {
        return new GradleScript.Named(parts[0], parts.length > 1 ? parts[1] : "", version);
    }

    /// The last part of `group:name:1.0`.
    private Optional<BuildFile.Value> inline(List<String> path) {
        var parts = String.valueOf(root.getString(path)).split(":", -1);
        return parts.length > 1 ? Optional.of(value(parts[parts.length - 1], path)) : Optional.empty();
    }

    private Optional<BuildFile.Value> version(List<String> path) {
        var own = List.of(path.get(0), path.get(1), "version");
        if (root.isString(own)) {
            return Optional.of(value(String.valueOf(root.getString(own)), own));
        }
        return text(path.get(0), path.get(1), "version", "ref").flatMap(ref -> {
            var versionPath = List.of("versions", ref);
            return root.isString(versionPath)
                    ? Optional.of(value(String.valueOf(root.getString(versionPath)), versionPath))
                    : Optional.empty();
        });
    }

    private Optional<String> text(String... path) {
        var keys = List.of(path);
        return root.isString(keys) ? Optional.ofNullable(root.getString(keys)) : Optional.empty();
    }

    private BuildFile.Value value(String text, List<String> path) {
        var position = root.inputPositionOf(path);
        return new BuildFile.Value(
                text,
                position == null
                        ? source.place(1, 1, "")
                        : source.place(position.line(), position.column(), path.getLast()));
    }
}
