package dev.tautline.cli;

import dev.tautline.config.TargetsSection;
import dev.tautline.config.TautFile;
import dev.tautline.targets.Bypass;
import dev.tautline.targets.Completion;
import dev.tautline.targets.FoundTarget;
import dev.tautline.targets.Given;
import dev.tautline.targets.NotProbed;
import dev.tautline.targets.Surroundings;
import dev.tautline.targets.Target;
import dev.tautline.targets.TargetUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What to probe: URLs, the targets of a `taut.yaml`, the connections of an application's files.
final class ProbeSelection {
    @Parameters(
            arity = "0..*",
            paramLabel = "URL",
            description = "jdbc:postgresql://HOST[:PORT][,…]/DATABASE or postgresql://…")
    private List<String> urls = List.of();

    @Option(names = "--all", description = "Every target of taut.yaml, side by side.")
    private boolean all;

    @Option(
            names = "--explore",
            description = "Where an address refuses or is silent, look around: other ports of the host, other nodes,"
                    + " other targets.")
    private boolean exploring;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The file for --all and --explore (default: taut.yaml here or above, up to the root of the"
                    + " repository).")
    private @Nullable Path config;

    @Mixin
    private ProbeConfigured configured = new ProbeConfigured();

    /// What was selected: targets, and connections that cannot be tried.
    ///
    /// @param bypasses which targets lead past the pooler of which others
    record Selected(List<Target> targets, List<NotProbed> rest, List<Bypass> bypasses) {}

    /// Whether the result is told as a table first.
    boolean isOverview() {
        return all || configured.isAsked();
    }

    /// Whether somebody consents to looking around.
    boolean isExploring() {
        return exploring;
    }

    /// Targets of the file that are not probed and may be what a failing URL should lead to. A file that cannot be used
    /// is no reason not to probe a URL.
    List<Target> known(Surroundings around, Consumer<String> warnings) {
        var file = Optional.ofNullable(config).or(() -> TautFile.above(Path.of("")));
        if (all || file.isEmpty()) {
            return List.of();
        }
        var problems = new ArrayList<String>();
        var targets = read(file.get(), around, problems, warnings);
        problems.forEach(warnings);
        return targets;
    }

    /// All problems of all URLs and of the file at once.
    ///
    /// @param warnings what a person should know although it goes on
    Selected selected(Given given, Surroundings around, Consumer<String> warnings) {
        var problems = new ArrayList<String>();
        if (urls.isEmpty() && !isOverview()) {
            throw new UsageException("probe: what to probe is missing; allowed: URL…, --all or --from-config PATH");
        }
        if (all && urls.isEmpty() && !configured.isAsked() && !given.equals(Given.NOTHING)) {
            problems.add("probe: the login and --expect are for URLs and --from-config; the targets of " + TautFile.NAME
                    + " have their own");
        }
        if (config != null && !all && !exploring) {
            problems.add("probe: --config is the file for --all and --explore");
        }
        var targets = new ArrayList<>(ofUrls(given, around, problems, warnings));
        if (all) {
            targets.addAll(ofFile(around, problems, warnings));
        }
        if (!problems.isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator() + "taut: ", problems));
        }
        if (!configured.isAsked()) {
            return new Selected(targets, List.of(), List.of());
        }
        var found = configured.find(given, around, warnings);
        found.targets().stream().map(FoundTarget::target).forEach(targets::add);
        if (found.targets().isEmpty() && found.rest().isEmpty()) {
            warnings.accept(configured.words() + ": no connection to a database is configured there, as far as it is"
                    + " understood; 'taut effective' shows what is read");
        }
        return new Selected(targets, found.rest(), found.bypasses());
    }

    private List<Target> ofUrls(Given given, Surroundings around, List<String> problems, Consumer<String> warnings) {
        if (urls.isEmpty()) {
            return List.of();
        }
        var read = urls.stream()
                .flatMap(text -> TargetUrl.parse(text, problems::add).stream())
                .toList();
        if (read.stream().anyMatch(TargetUrl::carriesPassword)) {
            warnings.accept("a password on the command line can be seen by everybody on this machine;"
                    + " use --password-file, --password-env, --ask-password or ~/.pgpass");
        }
        read.forEach(url -> url.unknownParameters().forEach(words -> warnings.accept("'" + url + "': " + words)));
        var completion = new Completion(around, problems::add, warnings);
        return read.stream().flatMap(url -> completion.of(url, given).stream()).toList();
    }

    private List<Target> ofFile(Surroundings around, List<String> problems, Consumer<String> warnings) {
        var file = config == null
                ? TautFile.above(Path.of(""))
                        .orElseThrow(() -> new UsageException(
                                "probe: no " + TautFile.NAME + " here or above; name one with --config"))
                : config;
        var before = problems.size();
        var targets = read(file, around, problems, warnings);
        if (targets.isEmpty() && problems.size() == before) {
            problems.add(file + ": no targets; 'targets' lists what to probe");
        }
        return targets;
    }

    private static List<Target> read(Path file, Surroundings around, List<String> problems, Consumer<String> warnings) {
        return TautFile.read(file, problems).stream()
                .flatMap(root -> new TargetsSection(file, around, warnings).read(root).stream())
                .map(TargetsSection.Entry::target)
                .toList();
    }
}
