package dev.tautline.link.reader.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Routes;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.PgpoolKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgpoolFormatTest {
    private static final String CONF = """
            port = 9999
            backend_hostname0 = 'pg-0'
            backend_port0 = 5433
            backend_hostname1 = 'pg-1'  # without a port
            backend_hostname2 = ''
            backend_hostname3 = '/tmp'
            num_init_children = 60
            client_idle_limit = 5min
            sr_check_password = 'xK2-of-an-example'
            """;

    @TempDir
    private Path folder;

    @Test
    void readsSettingsWithTheirPlacesAndTheServersBehind() {
        var read = new ReadFolder(folder).with("pgpool.conf", CONF);

        var hop = read.hop();

        assertThat(hop.ports()).containsExactly(9999);
        assertThat(hop.targets())
                .extracting(target -> target.address().orElseThrow().toString())
                .containsExactly("pg-0:5433", "pg-1:5432");
        assertThat(read.told(hop.get(PgpoolKeys.NUM_INIT_CHILDREN))).isEqualTo("60 at pgpool.conf:7:21");
        assertThat(read.told(hop.get(PgpoolKeys.CLIENT_IDLE_LIMIT))).isEqualTo("PT5M at pgpool.conf:8:21");
        assertThat(read.told(hop.get(PgpoolKeys.MAX_POOL))).isEqualTo("4 at default");
    }

    @Test
    void showsNoPassword() {
        var hop = new ReadFolder(folder).with("pgpool.conf", CONF).hop();

        assertThat(hop.get(PgpoolKeys.SR_CHECK_PASSWORD).known()).isPresent();
        assertThat(hop.settings().written().toString()).doesNotContain("xK2");
    }

    @Test
    void isOnTheWayOfAClientThatCallsItsPort() {
        var read = new ReadFolder(folder)
                .with("pgpool.conf", CONF)
                .with("postgresql.conf", "max_connections = 100\n")
                .with(
                        "application.properties",
                        "spring.datasource.url=jdbc:postgresql://pool.shop.example:9999/shop\n");

        var route = Routes.of(read.link()).getFirst();

        assertThat(route.hops()).hasSize(1);
        assertThat(route.servers()).hasSize(1);
    }
}
