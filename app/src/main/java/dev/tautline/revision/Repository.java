package dev.tautline.revision;

import dev.tautline.settings.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The repository that a folder belongs to.
public final class Repository {
    private final Git git;
    private final Path root;

    private Repository(Git git, Path root) {
        this.git = git;
        this.root = root;
    }

    /// Finds the repository of a folder.
    ///
    /// @throws RevisionUnusable when there is none, or no git
    public static Repository of(Path folder) {
        var answer = new Git(folder).run("rev-parse", "--show-toplevel");
        if (!answer.isGood()) {
            throw new RevisionUnusable(folder.toAbsolutePath().normalize()
                    + " is in no git repository, and revisions need one; name two folders");
        }
        var root = Path.of(answer.out().strip());
        return new Repository(new Git(root), root);
    }

    /// The tree of a revision, in a temporary folder with the repository's name.
    ///
    /// @throws RevisionUnusable when there is no such revision, or it cannot be unpacked
    public Tree checkout(String revision) {
        var commit = commit(revision);
        try {
            var temporary = Files.createTempDirectory("taut-revision");
            try {
                var archive = temporary.resolve("archive.zip");
                var answer = git.run("archive", "--format=zip", "-0", "--output=" + archive, commit);
                if (!answer.isGood()) {
                    throw new RevisionUnusable(
                            "git archive " + revision + ": " + answer.err().strip());
                }
                var name = Optional.ofNullable(root.getFileName()).orElse(Path.of("repository"));
                var folder = Files.createDirectory(temporary.resolve(name.toString()));
                Archive.unpack(archive, folder);
                return new Tree(revision, folder, Optional.of(temporary));
            } catch (IOException | RevisionUnusable failed) {
                delete(temporary);
                throw failed;
            }
        } catch (IOException e) {
            throw new RevisionUnusable(revision + " cannot be unpacked: " + e.getMessage());
        }
    }

    private String commit(String revision) {
        // After --end-of-options a name that begins with a dash is a name.
        var answer = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (answer.isGood()) {
            return answer.out().strip();
        }
        throw new RevisionUnusable("'" + revision + "' is no folder, and no revision of " + root
                + Nearest.to(revision, names())
                        .map(name -> "; nearest: '" + name + "'")
                        .orElse("; 'git branch --all' and 'git tag' list them"));
    }

    private List<String> names() {
        return git.run("for-each-ref", "--format=%(refname:short)")
                .out()
                .lines()
                .toList();
    }

    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
