package dev.tautline.lab.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A cluster owned by a JVM of its own, which a test can end as roughly as it likes.
final class ClusterOwner implements AutoCloseable {
    private final Process process;
    private final Path clusterDirectory;
    private final List<Long> postmasters;

    private ClusterOwner(Process process) throws IOException {
        this.process = process;
        var answers = process.inputReader();
        clusterDirectory = Path.of(nextLine(answers));
        postmasters = Arrays.stream(nextLine(answers).split(" ", -1))
                .map(Long::valueOf)
                .toList();
    }

    /// `kept` is the directory of a cluster with a standby, or null for a primary in a directory below
    /// `temporary`.
    static ClusterOwner start(Path temporary, @Nullable Path kept) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), temporary, kept, Map.of());
    }

    /// As a plain user, who sees neither root's repository of jars nor root's cache.
    static ClusterOwner startAsNobody(Path temporary) throws IOException {
        var jars = Files.createDirectory(temporary.resolve("jars"));
        var classPath = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(":", -1)) {
            classPath.add(copied(Path.of(entry), jars).toString());
        }
        new FileTree(temporary).giveTo(Account.Nobody.ID, Account.Nobody.ID);
        return start(
                new Account.Nobody().prefix(),
                String.join(":", classPath),
                temporary,
                null,
                Map.of("XDG_CACHE_HOME", temporary.resolve("cache").toString()));
    }

    Path clusterDirectory() {
        return clusterDirectory;
    }

    boolean serversRun() {
        return postmasters.stream().allMatch(pid -> ProcessIdentity.of(pid).isPresent());
    }

    boolean serversAreGone() {
        return postmasters.stream().allMatch(pid -> ProcessIdentity.of(pid).isEmpty());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Starts a cluster, tells where it is and which postmasters it has, and waits to be ended.
    public static void main(String[] arguments) throws IOException {
        var builder = Cluster.builder();
        if (arguments.length > 0) {
            builder.standbys(1).directory(Path.of(arguments[0]));
        }
        var cluster = builder.start();
        cluster.primary().execute("create table if not exists written (id int); insert into written values (1)");
        System.out.println(cluster.directory());
        System.out.println(
                cluster.nodes().stream().map(node -> Long.toString(node.pid())).collect(Collectors.joining(" ")));
        var _ = System.in.read();
    }

    private static ClusterOwner start(
            List<String> prefix, String classPath, Path temporary, @Nullable Path kept, Map<String, String> environment)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        prefix,
                        List.of(java, "-Djava.io.tmpdir=" + temporary, "-cp", classPath, ClusterOwner.class.getName()),
                        kept == null ? List.<String>of() : List.of(kept.toString()))
                .flatMap(List::stream)
                .toList();
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new ClusterOwner(builder.start());
    }

    private static Path copied(Path entry, Path jars) throws IOException {
        var copy = jars.resolve(entry.toString().replace('/', '_'));
        try (var paths = Files.walk(entry)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, copy.resolve(entry.relativize(path).toString()).normalize());
            }
        }
        return copy;
    }

    private static String nextLine(BufferedReader answers) throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("The cluster's owner ended before it had started the cluster");
        }
        return line;
    }
}
