package dev.tautline.link.reader.kubernetes;

import dev.tautline.link.reader.format.YamlTree;
import dev.tautline.link.reader.format.YamlTree.Entries;
import dev.tautline.link.reader.format.YamlTree.Items;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the usual templates make of values with the usual names, those of `helm create` and of Bitnami's charts
/// (Helm documentation, "The Chart Template Developer's Guide"). Every value keeps the place where it is written.
final class ChartManifests {
    private static final List<String> FIELDS =
            List.of("resources", "livenessProbe", "readinessProbe", "startupProbe", "command", "args", "volumeMounts");

    private final Release release;
    private final YamlTree values;
    private final Origin.InFile at;

    ChartManifests(Release release) {
        this.release = release;
        this.values = release.values();
        this.at = release.origin();
    }

    /// Nothing where neither the values nor the only template name the image that is run.
    List<Manifest> all() {
        var all = new ArrayList<Manifest>();
        new ChartImage(values)
                .written()
                .or(() -> release.chart().image().map(image -> ChartTemplate.filled(image, values)))
                .ifPresent(image -> all.add(workload(image)));
        if (!all.isEmpty()) {
            autoscaler().ifPresent(all::add);
            service().ifPresent(all::add);
        }
        return all;
    }

    private Manifest workload(YamlTree image) {
        var tree = Trees.with(nothing(), List.of("spec", "replicas"), replicas());
        tree = Trees.with(tree, List.of("spec", "template", "metadata", "labels"), labels());
        var strategy = Stream.of("strategy", "updateStrategy", "deploymentStrategy")
                .flatMap(name -> values.at(name).stream())
                .filter(Entries.class::isInstance)
                .findFirst();
        if (strategy.isPresent()) {
            tree = Trees.with(tree, List.of("spec", "strategy"), strategy.get());
        } else if (release.chart().mayFill("strategy")) {
            tree = Trees.with(tree, List.of("spec", "strategy", "type"), template("strategy"));
        }
        return manifest(release.chart().kind(), Trees.with(tree, List.of("spec", "template", "spec"), pod(image)));
    }

    private YamlTree pod(YamlTree image) {
        var pod = Trees.with(nothing(), List.of("containers"), new Items(List.of(container(image)), at));
        for (var field : List.of("terminationGracePeriodSeconds", "volumes", "dnsPolicy", "dnsConfig", "hostNetwork")) {
            var value = values.at(field);
            pod = value.isPresent() ? Trees.with(pod, List.of(field), value.get()) : pod;
        }
        return pod;
    }

    private YamlTree container(YamlTree image) {
        var container = Trees.with(nothing(), List.of("image"), image);
        container = Trees.with(container, List.of("name"), Trees.scalar(release.name(), image.origin()));
        container = Trees.with(container, List.of("env"), new ChartEnvironment(values, release.chart(), at).items());
        for (var field : FIELDS) {
            var value = values.at(field).filter(found -> !isOff(found));
            container = value.isPresent() ? Trees.with(container, List.of(field), value.get()) : container;
        }
        var sources = values.items("envFrom");
        container = Trees.with(container, List.of("envFrom"), new Items(sources, at));
        if (values.at("startupProbe").isEmpty() && release.chart().mayFill("startupProbe")) {
            var command = new Items(List.of(template("startupProbe")), at);
            container = Trees.with(container, List.of("startupProbe", "exec", "command"), command);
        }
        return container;
    }

    /// Bitnami's charts switch probes with `enabled`.
    private static boolean isOff(YamlTree field) {
        return field.text("enabled").map(Written::text).filter("false"::equals).isPresent();
    }

    private Optional<YamlTree> scaling() {
        return Stream.of("autoscaling", "hpa")
                .flatMap(name -> values.at(name).stream())
                .filter(found -> found.text("enabled").isPresent() && !isOff(found))
                .findFirst();
    }

    /// Where the values tell no number, the template does.
    private YamlTree replicas() {
        return Stream.of("replicaCount", "replicas")
                .flatMap(name -> values.at(name).stream())
                .filter(found -> found.text().isPresent())
                .findFirst()
                .orElseGet(() -> template("replicas"));
    }

    private Optional<Manifest> autoscaler() {
        return scaling().map(scaling -> {
            var most = Stream.of("maxReplicas", "maxReplicaCount")
                    .flatMap(name -> scaling.at(name).stream())
                    .filter(found -> isSurelyOn(scaling) && found.text().isPresent())
                    .findFirst()
                    .orElseGet(() -> template("maxReplicas"));
            var target = List.of("spec", "scaleTargetRef", "name");
            var named = Trees.with(nothing(), target, Trees.scalar(release.name(), at));
            return manifest("HorizontalPodAutoscaler", Trees.with(named, List.of("spec", "maxReplicas"), most));
        });
    }

    private static boolean isSurelyOn(YamlTree scaling) {
        return scaling.text("enabled").map(Written::text).filter("true"::equals).isPresent();
    }

    /// Only a full name holds whatever the release is called.
    private Optional<Manifest> service() {
        return release.fullName()
                .flatMap(name ->
                        values.at("service").filter(found -> found.text("port").isPresent()))
                .map(service -> {
                    var port = Trees.with(
                            nothing(), List.of("port"), service.at("port").orElseThrow());
                    var target = service.at("targetPort").orElseGet(() -> template("targetPort"));
                    var ports = new Items(List.of(Trees.with(port, List.of("targetPort"), target)), at);
                    var tree = Trees.with(nothing(), List.of("spec", "ports"), ports);
                    tree = Trees.with(tree, List.of("spec", "selector"), labels());
                    var type = service.at("type");
                    return manifest(
                            "Service", type.isPresent() ? Trees.with(tree, List.of("spec", "type"), type.get()) : tree);
                });
    }

    private YamlTree labels() {
        return new Entries(Map.of("app.kubernetes.io/name", Trees.scalar(release.name(), at)), at);
    }

    private YamlTree nothing() {
        return new Entries(Map.of(), at);
    }

    /// A value that only the template knows.
    private YamlTree template(String field) {
        return Trees.scalar("{{ " + field + " }}", at);
    }

    private Manifest manifest(String kind, YamlTree tree) {
        return new Manifest(kind, release.name(), "", tree, release.file().source());
    }
}
