package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.EnvFile;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Entries;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `configMapGenerator` and `secretGenerator`. The hash that Kustomize adds to the names is left out, as it
/// is added to the references, too.
final class Generators {
    private final Kustomization kustomization;
    private final NamedFiles files;

    Generators(Kustomization kustomization, NamedFiles files) {
        this.kustomization = kustomization;
        this.files = files;
    }

    List<Manifest> added(List<Manifest> given) {
        var all = new ArrayList<>(given);
        generate(all, "configMapGenerator", "ConfigMap", "data");
        generate(all, "secretGenerator", "Secret", "stringData");
        return all;
    }

    private void generate(List<Manifest> all, String key, String kind, String field) {
        for (var generator : kustomization.tree().items(key)) {
            generator.text("name").ifPresent(name -> put(all, generator, made(generator, name, kind, field)));
        }
    }

    private static void put(List<Manifest> all, YamlTree generator, Manifest made) {
        var merges = generator
                .text("behavior")
                .map(Written::text)
                .filter("merge"::equals)
                .isPresent();
        for (int i = 0; i < all.size(); i++) {
            var other = all.get(i);
            if (other.kind().equals(made.kind()) && other.name().equals(made.name())) {
                var tree = merges ? Trees.merged("", other.tree(), made.tree()) : made.tree();
                all.set(i, other.with(other.name(), other.namespace(), tree));
                return;
            }
        }
        all.add(made);
    }

    private Manifest made(YamlTree generator, Written name, String kind, String field) {
        var at = generator.at("name").orElse(generator).origin();
        var data = new LinkedHashMap<String, YamlTree>();
        literals(generator, data);
        environmentFiles(generator, data);
        wholeFiles(generator, data);
        var tree = new LinkedHashMap<String, YamlTree>();
        tree.put("apiVersion", Trees.scalar("v1", at));
        tree.put("kind", Trees.scalar(kind, at));
        tree.put("metadata", new Entries(Map.of("name", Trees.scalar(name.text(), at)), at));
        tree.put(field, new Entries(data, at));
        var namespace = generator.text("namespace").map(Written::text).orElse("");
        return new Manifest(kind, name.text(), namespace, new Entries(tree, at), kustomization.source());
    }

    private static void literals(YamlTree generator, Map<String, YamlTree> data) {
        for (var literal : generator.items("literals")) {
            literal.text().map(Written::text).filter(text -> text.contains("=")).ifPresent(text -> {
                var end = text.indexOf('=');
                var value = text.substring(end + 1).replaceFirst("^(['\"])(.*)\\1$", "$2");
                data.put(
                        text.substring(0, end),
                        Trees.scalar(value, literal.origin().plusColumns(end + 1)));
            });
        }
    }

    private void environmentFiles(YamlTree generator, Map<String, YamlTree> data) {
        var names = Stream.concat(
                generator.items("envs").stream().flatMap(item -> item.text().stream()), generator.text("env").stream());
        names.flatMap(name -> files.find(kustomization.folder(), name.text()).stream())
                .forEach(source -> EnvFile.read(source)
                        .forEach((name, value) -> value.origin()
                                .place()
                                .ifPresent(place -> data.put(name, Trees.scalar(value.text(), place)))));
    }

    private void wholeFiles(YamlTree generator, Map<String, YamlTree> data) {
        for (var item : generator.items("files")) {
            item.text().ifPresent(written -> {
                var parts = written.text().split("=", 2);
                var path = parts[parts.length - 1];
                files.find(kustomization.folder(), path)
                        .ifPresent(source -> data.put(
                                parts.length == 2 ? parts[0] : source.name(),
                                Trees.scalar(source.text(), source.place(1, 1, source.name()))));
            });
        }
    }
}
