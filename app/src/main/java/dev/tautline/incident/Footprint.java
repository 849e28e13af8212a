package dev.tautline.incident;

import dev.tautline.diagnosis.Change;
import dev.tautline.diagnosis.InstanceView;
import dev.tautline.diagnosis.Judgement.Strength;
import dev.tautline.diagnosis.Judgement.Supported;
import dev.tautline.diagnosis.RouteView;
import dev.tautline.diagnosis.Scene;
import dev.tautline.diagnosis.Symptoms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a cause can make suffer, as far as the scene tells: an instance, or a server with the instances that are led to
/// it.
record Footprint(Set<String> subjects) {
    Footprint {
        subjects = Set.copyOf(subjects);
    }

    static Footprint of(Supported cause, Scene scene) {
        var subject = cause.subject();
        var subjects = new HashSet<>(Set.of(subject));
        if (!isInstance(subject, scene)) {
            var hosts = Stream.concat(
                            Stream.of(subject),
                            scene.routes().stream()
                                    .filter(route -> route.target().equals(subject)
                                            || route.host().equals(subject))
                                    .flatMap(route -> Stream.of(route.target(), route.host())))
                    .toList();
            subjects.addAll(hosts);
            scene.instances().stream()
                    .filter(instance -> instance.service().equals(subject) || isLedTo(instance, hosts))
                    .map(InstanceView::name)
                    .forEach(subjects::add);
        }
        return new Footprint(subjects);
    }

    /// Two causes of two incidents: both proven, one of them by a change that an instance brought upon itself, the
    /// other elsewhere, where that instance is not led to; and each shows. Whatever else fits beside a cause may
    /// be its consequence.
    static boolean apart(Supported one, Supported other, Scene scene, Symptoms symptoms) {
        if (one.strength() != Strength.CERTAIN || other.strength() != Strength.CERTAIN) {
            return false;
        }
        var here = of(one, scene);
        var there = of(other, scene);
        return (ownDoing(one, scene) || ownDoing(other, scene))
                && here.subjects.stream().noneMatch(there.subjects::contains)
                && here.shows(symptoms)
                && there.shows(symptoms);
    }

    private static boolean ownDoing(Supported cause, Scene scene) {
        var change = cause.change();
        return change != null
                && (change.kind() == Change.Kind.CLIENT_SETTING || change.kind() == Change.Kind.INSTANCE_START)
                && change.subject().equals(cause.subject())
                && isInstance(cause.subject(), scene);
    }

    private static boolean isInstance(String subject, Scene scene) {
        return scene.instances().stream().anyMatch(instance -> instance.name().equals(subject));
    }

    private static boolean isLedTo(InstanceView instance, List<String> hosts) {
        return instance.pools().stream().anyMatch(pool -> pool.hosts().stream().anyMatch(hosts::contains));
    }

    private boolean shows(Symptoms symptoms) {
        return !within(symptoms).none();
    }

    Symptoms within(Symptoms symptoms) {
        return symptoms.only(symptom -> subjects.contains(symptom.subject()));
    }

    Symptoms without(Symptoms symptoms) {
        return symptoms.only(symptom -> !subjects.contains(symptom.subject()));
    }

    /// Only what is in it: its health is proven by that alone.
    Scene within(Scene scene) {
        return part(scene, true);
    }

    Scene without(Scene scene) {
        return part(scene, false);
    }

    private Scene part(Scene scene, boolean inside) {
        return new Scene(
                scene.at(),
                scene.instances().stream()
                        .filter(instance -> subjects.contains(instance.name()) == inside)
                        .toList(),
                scene.routes().stream()
                        .filter(route -> contains(route) == inside)
                        .toList(),
                scene.servers().stream()
                        .filter(server -> subjects.contains(server.target()) == inside)
                        .toList(),
                scene.changes(),
                scene.calmUntil(),
                scene.guardDelay());
    }

    private boolean contains(RouteView route) {
        return subjects.contains(route.target());
    }
}
