package dev.tautline.cli;

import dev.tautline.check.Rule;
import dev.tautline.check.policy.Baseline;
import dev.tautline.check.policy.Policy;
import dev.tautline.check.policy.Review;
import dev.tautline.check.rules.Rules;
import dev.tautline.config.BaselineFile;
import dev.tautline.config.CheckConfig;
import dev.tautline.config.FailOn;
import dev.tautline.config.SourceText;
import dev.tautline.config.TautFile;
import dev.tautline.finding.Report;
import dev.tautline.link.reader.Configuration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which findings count, and from which severity on: `taut.yaml`, the baseline, and the options that come before both.
final class PolicyOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "Exit 1 from this severity on: ${COMPLETION-CANDIDATES} (default: that of taut.yaml, or high).")
    private @Nullable FailOn failOn;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Rules, severities and what to ignore (default: taut.yaml in the folder or above it, up to the"
                            + " root of the repository).")
    private @Nullable Path config;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Leave out the findings of this baseline.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write the findings of now as the baseline, and leave them out.")
    private @Nullable Path newBaseline;

    /// The policy that holds for some paths, ready to review.
    record InForce(CheckConfig config, Policy policy, FailOn failOn) {
        Report review(Configuration read) {
            return reviewed(read, policy);
        }
    }

    /// Reads what decides. `paths` are what is reviewed.
    InForce read(Collection<Path> paths) {
        return Usable.of(() -> {
            var found =
                    file(paths).map(file -> CheckConfig.read(file, ruleIds())).orElse(CheckConfig.NONE);
            var severity = Optional.ofNullable(failOn).or(() -> found.failOn()).orElse(FailOn.HIGH);
            var known = newBaseline != null
                    ? Optional.<Path>empty()
                    : Optional.ofNullable(baseline).or(found::baseline);
            var policy = known.map(BaselineFile::read)
                    .map(found.policy()::withBaseline)
                    .orElse(found.policy());
            return new InForce(found, policy, severity);
        });
    }

    /// The review; with `--write-baseline`, what is found becomes the baseline first.
    Report review(InForce inForce, Configuration read) {
        var file = newBaseline;
        if (file == null) {
            return inForce.review(read);
        }
        return Usable.of(() -> {
            var fresh = Baseline.of(file, inForce.review(read).findings());
            BaselineFile.write(fresh);
            return reviewed(read, inForce.policy().withBaseline(fresh));
        });
    }

    private static Report reviewed(Configuration read, Policy policy) {
        return new Review(Rules.all(), policy, SourceText::of, LocalDate.now(ZoneId.systemDefault()))
                .of(read.link(), read.problems());
    }

    private Optional<Path> file(Collection<Path> paths) {
        if (config != null) {
            return Optional.of(config);
        }
        var found = paths.stream()
                .flatMap(path -> TautFile.above(path).stream())
                .distinct()
                .toList();
        if (found.size() > 1) {
            throw new UsageException("check: several " + TautFile.NAME + " hold for these paths: "
                    + String.join(", ", found.stream().map(Path::toString).toList()) + "; choose one with --config");
        }
        return found.stream().findFirst();
    }

    private static List<String> ruleIds() {
        return Rules.all().stream().map(Rule::id).toList();
    }
}
