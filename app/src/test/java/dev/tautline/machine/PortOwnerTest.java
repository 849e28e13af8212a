package dev.tautline.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortOwnerTest {
    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when" + " retrnsmt   uid  timeout inode\n";

    @TempDir
    Path proc;

    @Test
    void namesTheProcessThatListens() throws IOException {
        table("tcp", "0100007F:1B9E 00000000:0000 0A", 4242);
        process("17", "postgres", 4242);

        assertThat(new PortOwner(proc).of(7070)).contains("postgres (process 17)");
    }

    @Test
    void looksAtIpv6Sockets() throws IOException {
        table("tcp6", "00000000000000000000000000000000:1B9E 00000000000000000000000000000000:0000 0A", 9);
        process("18", "java", 9);

        assertThat(new PortOwner(proc).of(7070)).contains("java (process 18)");
    }

    @Test
    void knowsNothingOfAConnectionThatDoesNotListen() throws IOException {
        table("tcp", "0100007F:1B9E 0100007F:0050 01", 4242);
        process("17", "postgres", 4242);

        assertThat(new PortOwner(proc).of(7070)).isEmpty();
    }

    @Test
    void knowsNothingOfAnotherPortOrAnotherUsersProcess() throws IOException {
        table("tcp", "0100007F:1B9E 00000000:0000 0A", 4242);
        Files.createDirectories(proc.resolve("17"));

        assertThat(new PortOwner(proc).of(7071)).isEmpty();
        assertThat(new PortOwner(proc).of(7070)).isEmpty();
    }

    @Test
    void knowsNothingWhereThereIsNoSuchTable() {
        assertThat(new PortOwner(proc.resolve("missing")).of(7070)).isEmpty();
    }

    private void table(String name, String addressesAndState, int inode) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(
                proc.resolve("net").resolve(name),
                HEADER + "   0: " + addressesAndState + " 00000000:00000000 00:00000000 00000000  1000        0 "
                        + inode + " 1 0000000000000000 100 0 0 10 0\n");
    }

    private void process(String pid, String command, int inode) throws IOException {
        var files = Files.createDirectories(proc.resolve(pid).resolve("fd"));
        Files.createSymbolicLink(files.resolve("3"), Path.of("socket:[" + inode + "]"));
        Files.writeString(proc.resolve(pid).resolve("comm"), command + "\n");
    }
}
