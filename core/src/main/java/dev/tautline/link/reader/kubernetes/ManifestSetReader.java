package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.Instances;
import dev.tautline.link.Workload;
import dev.tautline.link.reader.format.Facts;
import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.settings.KubernetesKeys;
import dev.tautline.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Understands one set of objects and adds what it says to the facts.
final class ManifestSetReader {
    private final ManifestSet set;
    private final Facts facts;
    private final Stored stored;
    private final Replicas replicas;

    ManifestSetReader(ManifestSet set, Facts facts) {
        this.set = set;
        this.facts = facts;
        this.stored = new Stored(set);
        this.replicas = new Replicas(set);
    }

    void read() {
        stored.all().forEach(facts::stored);
        set.manifests().forEach(this::read);
    }

    private void read(Manifest manifest) {
        var kind = Kinds.workloads().get(manifest.kind());
        if (kind != null) {
            workload(manifest, kind);
            return;
        }
        switch (manifest.kind()) {
            case "Service" -> facts.name(new ServiceReader(set).read(manifest));
            case "Cluster" -> {
                if (manifest.isOf(ClusterReader.GROUP)) {
                    new ClusterReader(set, facts).read(manifest);
                }
            }
            case "Pooler" -> {
                if (manifest.isOf(ClusterReader.GROUP)) {
                    new PoolerReader(set, facts).read(manifest);
                }
            }
            case "postgresql" -> {
                if (manifest.isOf(ZalandoReader.GROUP)) {
                    new ZalandoReader(set, facts).read(manifest);
                }
            }
            case "PostgresCluster" -> {
                if (manifest.isOf(CrunchyReader.GROUP)) {
                    new CrunchyReader(set, facts).read(manifest);
                }
            }
            case "NetworkPolicy" -> PolicyReader.read(set, manifest).ifPresent(facts::policy);
            default -> {
                // Read where something else names it, or of no concern.
            }
        }
    }

    private void workload(Manifest manifest, Workload.Kind kind) {
        var spec = manifest.tree().at("spec").orElse(manifest.tree());
        var template = template(manifest, kind);
        var pod = template.at("spec").orElse(template);
        var containers = new PodReader(manifest, pod, stored).containers();
        var workload = new Workload(
                manifest.name(),
                manifest.namespace(),
                set.unit(),
                kind,
                set.stageOf(manifest),
                labels(template),
                containers,
                List.of(),
                List.of(),
                instances(manifest, kind),
                settings(spec, pod),
                manifest.origin());
        facts.workload(workload);
        facts.mounted(workload, new PodFiles(set, manifest, pod).of(pod));
        new MountedFiles(set, facts).belongTo(workload);
    }

    /// What describes the pod: a pod is its own.
    private static YamlTree template(Manifest manifest, Workload.Kind kind) {
        var path = switch (kind) {
            case POD -> new String[0];
            case CRON_JOB -> new String[] {"spec", "jobTemplate", "spec", "template"};
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, JOB, COMPOSE_SERVICE, ECS_TASK, SYSTEMD_SERVICE ->
                new String[] {"spec", "template"};
        };
        return manifest.tree().at(path).orElse(manifest.tree());
    }

    private static Map<String, String> labels(YamlTree template) {
        return template.texts("metadata", "labels");
    }

    private Instances instances(Manifest manifest, Workload.Kind kind) {
        return switch (kind) {
            case DEPLOYMENT, STATEFUL_SET -> replicas.of(manifest);
            case DAEMON_SET -> new Instances(Optional.empty(), 0, List.of());
            case JOB, CRON_JOB -> replicas.ofJob(manifest);
            case POD, COMPOSE_SERVICE, ECS_TASK, SYSTEMD_SERVICE -> Instances.ONE;
        };
    }

    private static Settings settings(YamlTree spec, YamlTree pod) {
        var settings = Values.settings(spec, "");
        Values.add(settings, pod, "");
        pod.items("dnsConfig", "options").stream()
                .filter(option -> option.text("name")
                        .filter(name -> name.text().equals("ndots"))
                        .isPresent())
                .flatMap(option -> Values.field(option, "value").stream())
                .forEach(value -> settings.put(KubernetesKeys.NDOTS, value));
        return settings.build();
    }
}
