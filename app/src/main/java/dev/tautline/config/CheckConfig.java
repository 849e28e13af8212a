package dev.tautline.config;

import dev.tautline.check.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;

/// What `taut.yaml` says about the check: the policy, without its baseline, the severity from which it fails, where the
/// baseline is, and what is known of servers and hops.
public record CheckConfig(Policy policy, Optional<FailOn> failOn, Optional<Path> baseline, KnownFacts facts) {
    /// No file, or a file without the section.
    public static final CheckConfig NONE =
            new CheckConfig(Policy.NONE, Optional.empty(), Optional.empty(), KnownFacts.NONE);

    CheckConfig with(KnownFacts known) {
        return new CheckConfig(policy, failOn, baseline, known);
    }

    /// Reads the sections of a file; sections of others are left alone.
    ///
    /// @throws TautFileUnusable with all that is wrong
    public static CheckConfig read(Path file, Collection<String> knownRules) {
        var problems = new ArrayList<String>();
        var folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent());
        var config = TautFile.read(file, problems)
                .map(root -> new CheckSection(folder.orElseThrow(), knownRules)
                        .read(root)
                        .with(FactsSections.read(root)))
                .orElse(NONE);
        if (!problems.isEmpty()) {
            throw new TautFileUnusable(problems);
        }
        return config;
    }
}
