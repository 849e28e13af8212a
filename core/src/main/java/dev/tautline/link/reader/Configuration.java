package dev.tautline.link.reader;

import dev.tautline.link.Link;
import dev.tautline.settings.Problem;
import java.util.List;
import java.util.Set;

/// What was read: the link, the problems on the way, the profiles that files name, the number of files that
/// were understood, and of folders with test resources that were left out.
public record Configuration(
        Link link, List<Problem> problems, Set<String> profiles, int filesRead, int testFoldersSkipped) {
    public Configuration {
        problems = List.copyOf(problems);
        profiles = Set.copyOf(profiles);
    }
}
