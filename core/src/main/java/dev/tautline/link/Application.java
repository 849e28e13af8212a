package dev.tautline.link;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// One service as it runs: under which profile, with which libraries, as which workload. `home` is the
/// folder of its configuration; two services of the same name in different folders are two. `knownProfiles` are
/// those for which its files hold anything.
public record Application(
        String service,
        Path home,
        Framework framework,
        Profile profile,
        Stage stage,
        Libraries libraries,
        Optional<Workload> workload,
        Set<String> knownProfiles) {
    public Application {
        knownProfiles = Set.copyOf(knownProfiles);
    }

    /// An application whose files are for no profile, or are not seen.
    public Application(
            String service,
            Path home,
            Framework framework,
            Profile profile,
            Stage stage,
            Libraries libraries,
            Optional<Workload> workload) {
        this(service, home, framework, profile, stage, libraries, workload, Set.of());
    }

    /// A service of which only the name is known.
    public static Application named(String service) {
        return new Application(
                service,
                Path.of(""),
                Framework.NONE,
                Profile.PLAIN,
                Stage.UNKNOWN,
                Libraries.UNKNOWN,
                Optional.empty());
    }
}
