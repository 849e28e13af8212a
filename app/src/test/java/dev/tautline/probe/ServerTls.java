package dev.tautline.probe;

import dev.tautline.lab.postgres.Node;
import java.time.Duration;
import java.util.List;

/// TLS with one certificate until closed. The server writes the files itself, so that they are its own.
public final class ServerTls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Node node;

    public ServerTls(Node node, String certificate, String key) {
        this.node = node;
        write("server.crt", certificate);
        write("server.key", key);
        node.execute("ALTER SYSTEM SET ssl = on");
        reload(node);
    }

    /// A file in the data directory.
    void write(String name, String text) {
        node.execute("COPY (SELECT unnest(string_to_array('" + text.strip() + "', E'\\n'))) TO PROGRAM "
                + "'umask 077; cat > " + name + "'");
    }

    /// Returns when the server uses its present files.
    static void reload(Node node) {
        var before = node.query("SELECT pg_conf_load_time()").getFirst();
        node.reload();
        var deadline = Deadline.after(PATIENCE);
        var reloaded = "SELECT pg_conf_load_time() > '" + before + "'";
        while (!node.query(reloaded).equals(List.of("t"))) {
            if (deadline.passed()) {
                throw new IllegalStateException("the server has not read its files again within " + PATIENCE);
            }
        }
    }

    @Override
    public void close() {
        node.execute("ALTER SYSTEM RESET ssl");
        reload(node);
    }
}
