package dev.tautline.link.reader.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.NginxKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxFormatTest {
    @TempDir
    private Path folder;

    @Test
    void readsAStreamToDatabasesWithItsPlaces() {
        var read = new ReadFolder(folder).with("nginx.conf", """
                events {}
                stream {
                    log_format basic '$remote_addr { [$time_local] }'; # "
                    proxy_timeout 5m;
                    upstream shop {
                        server pg-1:5432 max_fails=3;
                        server pg-2:5432 backup resolve;
                    }
                    server {
                        listen 10.0.0.9:5000 so_keepalive=on;
                        proxy_timeout 90s;
                        proxy_pass shop;
                    }
                    server {
                        listen 5353 udp;
                        proxy_pass 10.0.0.2:53;
                    }
                }
                """);

        assertThat(read.link().hops()).hasSize(1);
        var hop = read.hop();
        assertThat(hop.ports()).containsExactly(5000);
        assertThat(read.told(hop.get(NginxKeys.PROXY_TIMEOUT))).isEqualTo("PT1M30S at nginx.conf:11:23");
        assertThat(hop.targets())
                .extracting(target -> target.address().orElseThrow().toString())
                .containsExactly("pg-1:5432", "pg-2:5432");
        assertThat(hop.targets().getLast().get(NginxKeys.SERVER_RESOLVE).known())
                .isPresent();
    }

    @Test
    void readsAFileThatIsIncludedInTheStream() {
        var read = new ReadFolder(folder)
                .with("stream.d/db.conf", "server {\n  listen 5432;\n  proxy_pass 10.0.0.1:5432;\n}\n");

        assertThat(read.hop().ports()).containsExactly(5432);
    }

    @Test
    void leavesWebServersAlone() {
        var read = new ReadFolder(folder).with("nginx.conf", """
                http {
                    server {
                        listen 80;
                        location / { proxy_pass http://app:8080; }
                    }
                }
                """);

        assertThat(read.link().hops()).isEmpty();
    }
}
