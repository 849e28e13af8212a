package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Container;
import dev.tautline.link.DatabaseImage;
import dev.tautline.link.Variable;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.stream.Stream;

/// Reads what the values of one release say about what it runs. The templates may add to all of it, so what is
/// not among the values is unknown, and never a default.
final class ReleaseReader {
    private final Release release;
    private final Facts facts;
    private final Written templates;

    ReleaseReader(Release release, Facts facts) {
        this.release = release;
        this.facts = facts;
        this.templates = Values.unresolved(
                "the templates of chart "
                        + release.chart().name().map(Written::text).orElse(""),
                Written.of(Variable.UNSEEN, "", release.origin()));
    }

    void read() {
        var manifests = new ChartManifests(release).all();
        var said = new Facts();
        new ManifestSetReader(new ManifestSet(release.unit(), release.stage(), manifests), said).read();
        said.workloads().stream()
                // What its own templates do for a database, such as its volume, is all unknown.
                .filter(workload -> DatabaseImage.of(workload).isEmpty())
                .map(this::withUnknown)
                .forEach(facts::workload);
        said.names().forEach(facts::name);
    }

    private Workload withUnknown(Workload workload) {
        return new Workload(
                workload.name(),
                workload.namespace(),
                workload.unit(),
                workload.kind(),
                workload.stage(),
                workload.labels(),
                workload.containers().stream().map(this::withUnknown).toList(),
                workload.networks(),
                workload.dependencies(),
                workload.instances(),
                withUnknown(workload.settings()),
                workload.origin());
    }

    private Container withUnknown(Container container) {
        return new Container(
                container.name(),
                container.image(),
                container.build(),
                Stream.concat(Stream.of(Variable.of(Variable.UNSEEN, templates)), container.environment().stream())
                        .toList(),
                container.ports(),
                container.mounts(),
                container.probes(),
                container.command(),
                withUnknown(container.settings()),
                container.origin());
    }

    private Settings withUnknown(Settings settings) {
        return Settings.builder(settings.versions())
                .putAll(settings)
                .restIn(templates)
                .build();
    }
}
