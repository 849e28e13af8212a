package dev.tautline.lab.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// As whom the server programs run. `postgres` and `initdb` refuse to run as root, so root needs a way around.
sealed interface Account {
    /// The words that stand before a program's own.
    List<String> prefix();

    /// Makes files that this process wrote belong to the account.
    void own(Path tree);

    /// A process of its own session: Ctrl-C on the terminal must reach the lab, which stops servers in
    /// order, not them.
    default List<String> command(List<String> program) {
        return Stream.of(List.of("setsid"), prefix(), program)
                .flatMap(List::stream)
                .toList();
    }

    static Account forServers() {
        if (!isRoot()) {
            return new Self();
        }
        return userNamespacesWork() ? new UserNamespace() : new Nobody();
    }

    static boolean isRoot() {
        return uidOf(Path.of("/proc/self")) == 0;
    }

    static int uidOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException failure) {
            throw new ClusterFailed("Cannot read the owner of %s: %s".formatted(path, failure), failure);
        }
    }

    private static boolean userNamespacesWork() {
        try {
            var process = new ProcessBuilder("unshare", "-U", "true").start();
            if (process.waitFor(Duration.ofSeconds(5))) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A plain user runs the programs as itself.
    record Self() implements Account {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void own(Path tree) {}
    }

    /// Root without a mapping in a new user namespace: the programs see themselves as nobody, files stay
    /// root's.
    record UserNamespace() implements Account {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public void own(Path tree) {}
    }

    /// Root where user namespaces are forbidden, as in many containers: the programs run as uid 65534 and
    /// own their files.
    record Nobody() implements Account {
        static final int ID = 65_534;

        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups");
        }

        @Override
        public void own(Path tree) {
            new FileTree(tree).giveTo(ID, ID);
        }
    }
}
