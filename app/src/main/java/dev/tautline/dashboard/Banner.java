package dev.tautline.dashboard;

import dev.tautline.diagnosis.Scene;
import dev.tautline.incident.Incident;
import dev.tautline.watch.Watch.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one sentence that the page says in large letters.
///
/// @param level `well`, `unsure`, `incident` or `recovering`; silence is never `well`
/// @param since of an incident, its onset
record Banner(
        String level,
        String headline,
        String detail,
        @Nullable String owner,
        @Nullable String fix,
        @Nullable Instant since,
        @Nullable String incident) {
    static Banner of(Tick tick) {
        var open = tick.incidents().stream().filter(Incident::open).findFirst();
        if (open.isPresent()) {
            return of(open.get(), tick);
        }
        if (!tick.symptoms().none()) {
            return calm("unsure", "Something may be wrong", first(tick));
        }
        var scene = tick.scene();
        if (scene.routes().isEmpty() && scene.instances().isEmpty()) {
            return calm("unsure", "Nothing is watched", "No target and no agent has told anything yet.");
        }
        var missing = missing(scene);
        return missing.isEmpty()
                ? calm("well", "All well", seen(scene))
                : calm("unsure", "Cannot tell", String.join("; ", missing) + ".");
    }

    private static Banner of(Incident incident, Tick tick) {
        boolean over = tick.symptoms().none();
        var because = incident.cause();
        if (because == null) {
            return about(incident, level(over), over ? "Recovering" : "Something is wrong", first(tick), null, null);
        }
        return about(
                incident,
                level(over),
                (over ? "Recovering: " : "") + because.cause().title() + " on " + because.subject(),
                "The cause: " + because.statement() + ".",
                because.cause().owner().name().toLowerCase(Locale.ROOT),
                because.fix());
    }

    private static String level(boolean over) {
        return over ? "recovering" : "incident";
    }

    private static String first(Tick tick) {
        return tick.symptoms().all().stream()
                .map(symptom -> symptom.statement() + ". No cause is named yet.")
                .findFirst()
                .orElse("No symptom is left; health is not proven yet.");
    }

    private static Banner about(
            Incident incident,
            String level,
            String headline,
            String detail,
            @Nullable String owner,
            @Nullable String fix) {
        return new Banner(level, headline, detail, owner, fix, Millis.of(incident.onset()), incident.id());
    }

    private static Banner calm(String level, String headline, String detail) {
        return new Banner(level, headline, detail, null, null, null, null);
    }

    private static List<String> missing(Scene scene) {
        var missing = new ArrayList<String>();
        for (var route : scene.routes()) {
            if (route.latest() == null) {
                missing.add(route.target() + " has not been reached yet");
            } else if (route.silentSeconds() > 0) {
                missing.add(silent("no ladder to " + route.target() + " has ended", route.silentSeconds()));
            }
        }
        for (var instance : scene.instances()) {
            if (instance.silentSeconds() > 0) {
                missing.add(silent(instance.name() + " has not answered", instance.silentSeconds()));
            }
        }
        return missing;
    }

    private static String silent(String what, double seconds) {
        return String.format(Locale.ROOT, "%s for %.0f s", what, seconds);
    }

    private static String seen(Scene scene) {
        var reached = count(scene.routes().size(), "target is reached", "targets are reached");
        var answering = count(scene.instances().size(), "instance answers", "instances answer");
        return List.of(reached, answering).stream()
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "))
                + ", and nobody waits for a connection.";
    }

    private static String count(int number, String one, String many) {
        return number == 0 ? "" : number + " " + (number == 1 ? one : many);
    }
}
