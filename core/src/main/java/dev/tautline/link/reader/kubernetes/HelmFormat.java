package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.Format;
import dev.tautline.link.reader.format.SourceText;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.Problem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Charts of Helm: `Chart.yaml` and the values of each environment. Templates are no YAML until Helm has filled
/// them, so they are only searched for the kinds and fields that they name.
public final class HelmFormat implements Format {
    private static final String CHART = "Chart.yaml";
    private static final Pattern YAML = Pattern.compile(".+\\.ya?ml");

    private final Map<Path, Chart> charts = new LinkedHashMap<>();

    @Override
    public boolean mayBe(Path file) {
        return YAML.matcher(String.valueOf(file.getFileName())).matches()
                && (file.endsWith(CHART) || ValuesFile.isNamedSo(file) || isBelowTemplates(file));
    }

    private static boolean isBelowTemplates(Path file) {
        return templates(file).isPresent();
    }

    /// The innermost folder `templates` that holds a file.
    private static Optional<Path> templates(Path file) {
        for (var at = file.getParent(); at != null; at = at.getParent()) {
            if (at.endsWith("templates")) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean recognises(SourceText source) {
        return !source.isEmbedded()
                && Files.isRegularFile(folder(source.file()).resolve(CHART), LinkOption.NOFOLLOW_LINKS)
                && (!isBelowTemplates(source.file()) || source.text().contains("{{"));
    }

    /// The folder of the chart that a file is part of.
    private static Path folder(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        var parent = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        var inner = templates(absolute).or(() -> Optional.of(parent).filter(ValuesFile::isFolder));
        return inner.flatMap(folder -> Optional.ofNullable(folder.getParent())).orElse(parent);
    }

    @Override
    public boolean read(SourceText source, Facts facts) {
        var folder = folder(source.file());
        var chart = charts.computeIfAbsent(folder, Chart::new);
        if (isBelowTemplates(source.file())) {
            chart.template(source);
            return false;
        }
        var problems = new ArrayList<Problem>();
        var documents = YamlTree.read(source, problems);
        if (!problems.isEmpty() && source.text().contains("{{")) {
            // Values that helmfile fills in first.
            return false;
        }
        problems.forEach(facts::problem);
        documents.stream().findFirst().ifPresent(tree -> {
            if (source.file().endsWith(CHART)) {
                chart.described(tree);
            } else {
                var values = ValuesFile.of(source, tree);
                chart.values(values);
                ChartPasswords.in(values).forEach(facts::password);
            }
        });
        return problems.isEmpty() || !documents.isEmpty();
    }

    @Override
    public void finish(Facts facts) {
        for (var chart : charts.values()) {
            for (var release : new Releases(charts).of(chart)) {
                new ReleaseReader(release, facts).read();
                new ChartDatabases(release, facts).read();
            }
        }
    }
}
