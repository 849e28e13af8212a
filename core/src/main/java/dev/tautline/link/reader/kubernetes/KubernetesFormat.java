package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Manifests of Kubernetes: YAML files in which an `apiVersion` and a `kind` stand at the left edge. They are
/// gathered, and understood when all are known.
public final class KubernetesFormat implements Format {
    private static final Pattern VERSION = Pattern.compile("(?m)^[\"']?apiVersion[\"']?\\s*:");
    private static final Pattern KIND =
            Pattern.compile("(?m)^[\"']?kind[\"']?\\s*:\\s*[\"']?(?:" + Kinds.PATTERN + ")\\b");

    private final List<Manifest> manifests = new ArrayList<>();

    @Override
    public boolean mayBe(Path file) {
        var name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /// A text in a ConfigMap is data, whatever it looks like.
    @Override
    public boolean recognises(SourceText source) {
        return !source.isEmbedded()
                && VERSION.matcher(source.text()).find()
                && KIND.matcher(source.text()).find();
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var problems = new ArrayList<Problem>();
        var found = YamlTree.read(source, problems).stream()
                .flatMap(document -> Manifest.in(document, source))
                .toList();
        if (!problems.isEmpty() && source.text().contains("{{")) {
            // A template for a tool that runs before Kubernetes sees it: no YAML yet, so nothing is wrong with it.
            return false;
        }
        problems.forEach(facts::problem);
        manifests.addAll(found);
        found.forEach(manifest -> EmbeddedFiles.of(manifest).forEach(facts::embedded));
        return problems.isEmpty() || !found.isEmpty();
    }

    @Override
    public void finish(Facts facts) {
        new Units(manifests).sets().forEach(set -> new ManifestSetReader(set, facts).read());
    }
}
