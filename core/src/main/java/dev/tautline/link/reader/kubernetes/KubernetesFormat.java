package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.NamedFiles;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Manifests of Kubernetes: YAML files in which an `apiVersion` and a `kind` stand at the left edge. They are
/// gathered, and understood when all are known.
public final class KubernetesFormat implements Format {
    private static final Pattern VERSION = Pattern.compile("(?m)^[\"']?apiVersion[\"']?\\s*:");
    private static final Pattern KIND =
            Pattern.compile("(?m)^[\"']?kind[\"']?\\s*:\\s*[\"']?(?:" + Kinds.PATTERN + ")\\b");

    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Kustomization> kustomizations = new ArrayList<>();

    @Override
    public boolean mayBe(Path file) {
        var name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || Kustomization.isNamedSo(file);
    }

    /// A text in a ConfigMap is data, whatever it looks like.
    @Override
    public boolean recognises(SourceText source) {
        return !source.isEmbedded() && (Kustomization.isNamedSo(source.file()) || isManifest(source));
    }

    private static boolean isManifest(SourceText source) {
        return VERSION.matcher(source.text()).find()
                && KIND.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var problems = new ArrayList<Problem>();
        var documents = YamlTree.read(source, problems);
        if (!problems.isEmpty() && source.text().contains("{{")) {
            // A template for a tool that runs before Kubernetes sees it: no YAML yet, so nothing is wrong with it.
            return false;
        }
        problems.forEach(facts::problem);
        if (Kustomization.isNamedSo(source.file())) {
            documents.forEach(document -> kustomizations.add(Kustomization.of(document, source)));
        } else {
            documents.stream()
                    .flatMap(document -> Manifest.in(document, source))
                    .forEach(manifest -> {
                        manifests.add(manifest);
                        EmbeddedFiles.of(manifest).forEach(facts::embedded);
                    });
        }
        return problems.isEmpty() || !documents.isEmpty();
    }

    @Override
    public void finish(Facts facts) {
        var overlays = new Kustomizations(kustomizations, manifests, new NamedFiles(facts.problems()));
        var plain = new Units(overlays.others(manifests)).sets();
        Stream.concat(overlays.sets().stream(), plain.stream())
                .forEach(set -> new ManifestSetReader(set, facts).read());
    }
}
