package dev.tautline.cli;

import dev.tautline.check.Check;
import dev.tautline.check.rules.Rules;
import dev.tautline.finding.Severity;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Nearest;
import dev.tautline.settings.Profile;
import dev.tautline.settings.reader.Configuration;
import dev.tautline.settings.reader.ConfigurationReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taut check`: reviews the configuration of every line between services and databases, without connecting.
@InGroup(CommandGroup.REVIEW)
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Review the connection settings in files, without connecting.",
        footer = {
            "",
            "Folders are searched for Spring Boot's application*.yml, .yaml and .properties and for postgresql.conf;",
            "build output, hidden folders and test resources are left out.",
            "",
            "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 nothing could be read."
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH|URL",
            description = "Files, folders and JDBC URLs to review (default: the current folder).")
    private List<String> inputs = List.of(".");

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
    private CheckFormat format = CheckFormat.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit 1 from this severity on: ${COMPLETION-CANDIDATES} (default: high).")
    private Severity failOn = Severity.HIGH;

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "An environment variable of the service; placeholders and overrides use it.")
    private Map<String, String> environment = Map.of();

    @Option(
            names = "--profile",
            split = ",",
            paramLabel = "NAME",
            description = "Read the files as with these profiles only (default: plain, then each profile found).")
    private List<String> profiles = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        var read = read();
        var report = new Check(Rules.all()).review(read.link(), read.problems());
        var out = spec.commandLine().getOut();
        format.renderer().render(new CheckOutcome(report, read), out);
        out.flush();
        if (report.reaches(failOn)) {
            return ExitCode.FINDINGS;
        }
        return read.filesRead() == 0 && read.link().clients().isEmpty() ? ExitCode.CANNOT_TELL : ExitCode.CLEAN;
    }

    private Configuration read() {
        var urls = inputs.stream().filter(JdbcUrl::isJdbc).toList();
        var paths = inputs.stream()
                .filter(input -> !JdbcUrl.isJdbc(input))
                .map(CheckPaths::existing)
                .map(Path::normalize)
                .toList();
        var profile = profiles.isEmpty() ? Optional.<Profile>empty() : Optional.of(new Profile(profiles));
        var read = new ConfigurationReader(environment, profile).read(paths, urls);
        profiles.forEach(name -> requireKnown(name, read));
        return read;
    }

    private static void requireKnown(String profile, Configuration read) {
        if (!read.profiles().contains(profile)) {
            var known = read.profiles().stream().sorted().toList();
            throw new UsageException("check: no file names a profile '" + profile + "'"
                    + Nearest.to(profile, known)
                            .map(name -> "; nearest: '" + name + "'")
                            .orElse(known.isEmpty() ? "" : "; profiles: " + String.join(", ", known)));
        }
    }
}
