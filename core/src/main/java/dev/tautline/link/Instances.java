package dev.tautline.link;

import dev.tautline.settings.Written;
import java.util.List;
import java.util.Optional;

/// How many copies of a workload run. `most` is what an autoscaler may reach, or else what is declared;
/// empty where it depends on something unknown. `surge` is how many more run while one version replaces
/// another. `read` is what told.
public record Instances(Optional<Integer> most, int surge, List<Written> read) {
    /// One copy, and nothing that says otherwise.
    public static final Instances ONE = new Instances(Optional.of(1), 0, List.of());

    public Instances {
        read = List.copyOf(read);
    }
}
