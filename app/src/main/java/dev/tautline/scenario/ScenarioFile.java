package dev.tautline.scenario;

import dev.tautline.config.YamlFile;
import dev.tautline.config.YamlMap;
import dev.tautline.ground.Ground;
import dev.tautline.lab.catalogue.FaultRefused;
import dev.tautline.lab.catalogue.Faults;
import dev.tautline.settings.BalancerKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads one scenario; all that is wrong goes to the problems, each with its place.
final class ScenarioFile {
    private static final Set<String> KEYS = sorted("given", "then", "title", "when");
    private static final Set<String> GIVEN = sorted("instances", "pooler", "round-trip", "standbys", "tls", "visits");
    private static final Set<String> THEN = sorted(
            "detected-within",
            "healed-within",
            "named",
            "named-within",
            "on",
            "quiet-for",
            "ruled-out",
            "ruled-out-within");
    private static final Duration DETECTED = Duration.ofSeconds(3);
    private static final Duration NAMED = Duration.ofSeconds(10);
    private static final Duration RULED_OUT = Duration.ofSeconds(15);
    private static final Duration HEALED = Duration.ofSeconds(60);
    private static final int MOST_NODES = 3;
    private static final int MOST_VISITS = 100;

    private final Path file;

    private ScenarioFile(Path file) {
        this.file = file;
    }

    /// Empty when there is something wrong with it.
    static Optional<Scenario> read(Path file, List<String> problems) {
        int before = problems.size();
        var read = YamlFile.read(file, KEYS, problems).map(root -> new ScenarioFile(file).scenario(root));
        return problems.size() == before ? read : Optional.empty();
    }

    private Scenario scenario(YamlMap root) {
        return new Scenario(
                Scenarios.id(file),
                root.required("title"),
                file,
                root.map("given", GIVEN).map(ScenarioFile::ground).orElse(Ground.USUAL),
                strikes(root),
                expected(root));
    }

    private static Ground ground(YamlMap given) {
        var usual = Ground.USUAL;
        return new Ground(
                count(given, "standbys", 0, MOST_NODES, usual.standbys()),
                count(given, "instances", 1, MOST_NODES, usual.instances()),
                time(given, "round-trip").orElse(usual.roundTrip()),
                count(given, "visits", 1, MOST_VISITS, usual.visits()),
                isYes(given, "pooler"),
                isYes(given, "tls"));
    }

    private static boolean isYes(YamlMap given, String key) {
        return given.word(key, List.of("yes", "no")).filter("yes"::equals).isPresent();
    }

    private List<Scenario.Strike> strikes(YamlMap root) {
        var strikes = new ArrayList<Scenario.Strike>();
        for (var written : root.placedTexts("when")) {
            try {
                strikes.add(new Scenario.Strike(written.text(), Faults.parse(written.text())));
            } catch (FaultRefused refused) {
                refused.problems().forEach(problem -> root.problem(written.at(), problem));
            }
        }
        if (strikes.isEmpty() && root.placedTexts("when").isEmpty()) {
            root.problem("when", "'when' must name a fault, such as 'path-latency round-trip=200ms'");
        }
        return strikes;
    }

    private Expectation expected(YamlMap root) {
        var then = root.map("then", THEN);
        if (then.isEmpty()) {
            root.problem("then", "'then' is missing: what must be 'named', or 'quiet-for' how long");
        }
        return then.map(this::expectation).orElse(new Expectation.Quiet(HEALED));
    }

    private Expectation expectation(YamlMap then) {
        var causes = then.placedTexts("named");
        var quiet = time(then, "quiet-for");
        if (causes.isEmpty() == quiet.isEmpty()) {
            then.problem(
                    "named", "'then' must say what is 'named', or 'quiet-for' how long no incident opens: one of both");
        }
        if (quiet.isPresent()) {
            return new Expectation.Quiet(quiet.get());
        }
        return new Expectation.Named(
                time(then, "detected-within").orElse(DETECTED),
                Causes.known(then, "named", causes),
                then.text("on"),
                time(then, "named-within").orElse(NAMED),
                Causes.known(then, "ruled-out", then.placedTexts("ruled-out")),
                time(then, "ruled-out-within").orElse(RULED_OUT),
                time(then, "healed-within").orElse(HEALED));
    }

    private static Optional<Duration> time(YamlMap map, String key) {
        return map.text(key).flatMap(text -> {
            var read = BalancerKeys.IDLE_TIMEOUT.type().read(text);
            if (read.isEmpty()) {
                map.problem(key, "'%s' is '%s', allowed is a time such as 250ms, 2s or 1m".formatted(key, text));
            }
            return read;
        });
    }

    private static int count(YamlMap map, String key, int least, int most, int otherwise) {
        return map.text(key)
                .map(text -> {
                    if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                        return Integer.parseInt(text);
                    }
                    map.problem(key, "'%s' is '%s', allowed are %d to %d".formatted(key, text, least, most));
                    return otherwise;
                })
                .orElse(otherwise);
    }

    private static Set<String> sorted(String... keys) {
        return new TreeSet<>(List.of(keys));
    }
}
