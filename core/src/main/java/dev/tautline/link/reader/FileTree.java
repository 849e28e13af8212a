package dev.tautline.link.reader;

import dev.tautline.settings.Origin;
import dev.tautline.settings.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the configuration files under a folder. Build output, hidden folders and symbolic links are not
/// entered. Test resources are not read either, because their settings never serve a customer; they are
/// counted.
final class FileTree extends SimpleFileVisitor<Path> {
    private static final Set<String> OUTPUT = Set.of("target", "build", "out", "node_modules");
    private static final Path TEST_RESOURCES = Path.of("src", "test", "resources");

    private final Path root;
    private final Predicate<Path> isCandidate;
    private final Collection<Problem> problems;
    private final List<Path> found = new ArrayList<>();
    private int skippedTestFolders;

    private FileTree(Path root, Predicate<Path> isCandidate, Collection<Problem> problems) {
        this.root = root;
        this.isCandidate = isCandidate;
        this.problems = problems;
    }

    static FileTree walk(Path root, Predicate<Path> isCandidate, Collection<Problem> problems) {
        var tree = new FileTree(root, isCandidate, problems);
        try {
            Files.walkFileTree(root, tree);
        } catch (IOException unreadable) {
            tree.problem(root, unreadable);
        }
        tree.found.sort(null);
        return tree;
    }

    List<Path> files() {
        return List.copyOf(found);
    }

    int skippedTestFolders() {
        return skippedTestFolders;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (folder.endsWith(TEST_RESOURCES)) {
            skippedTestFolders++;
            return FileVisitResult.SKIP_SUBTREE;
        }
        var name = folder.getFileName().toString();
        return OUTPUT.contains(name) || name.startsWith(".") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && isCandidate.test(file)) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        problem(file, unreadable);
        return FileVisitResult.CONTINUE;
    }

    private void problem(Path file, IOException unreadable) {
        problems.add(new Problem(new Origin.InFile(file, 1, 1, ""), "cannot be read: " + unreadable));
    }
}
