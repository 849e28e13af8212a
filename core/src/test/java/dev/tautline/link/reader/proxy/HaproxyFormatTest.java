package dev.tautline.link.reader.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HaproxyKeys;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaproxyFormatTest {
    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsAListenerWithWhatItTakesFromTheDefaults() {
        folder.with("haproxy.cfg", """
                global
                    maxconn 100
                defaults
                    mode tcp
                    timeout client 30m # as long as the pool
                    timeout connect 4s
                    option redispatch
                listen primary
                    bind *:5000
                    no option redispatch
                    option httpchk OPTIONS /primary
                    timeout client 90000
                    default-server inter 3s fall 3 on-marked-down shutdown-sessions
                    server pg1 10.0.0.1:5432 maxconn 80 check port 8008
                    server pg2 "pg2.shop.example":5432 check no-backup
                """);

        var hop = folder.hop();

        assertThat(hop.kind()).isEqualTo(Hop.Kind.BALANCER);
        assertThat(hop.name()).isEqualTo("primary");
        assertThat(hop.ports()).containsExactly(5000);
        assertThat(folder.place(hop.origin())).isEqualTo("haproxy.cfg:8:1");
        assertThat(folder.told(hop.get(HaproxyKeys.TIMEOUT_CLIENT))).isEqualTo("PT1M30S at haproxy.cfg:12:20");
        assertThat(folder.told(hop.get(HaproxyKeys.TIMEOUT_CONNECT))).isEqualTo("PT4S at haproxy.cfg:6:21");
        assertThat(hop.get(HaproxyKeys.OPTION_HTTPCHK).knownValue()).contains("OPTIONS /primary");
        assertThat(hop.get(HaproxyKeys.OPTION_REDISPATCH)).isInstanceOf(Setting.Unset.class);
        assertThat(hop.get(HaproxyKeys.GLOBAL_MAXCONN).knownValue()).contains(100);
        assertThat(hop.targets())
                .extracting(target -> target.address().map(HostPort::toString).orElse(""))
                .containsExactly("10.0.0.1:5432", "pg2.shop.example:5432");
        var first = hop.targets().getFirst();
        assertThat(folder.told(first.get(HaproxyKeys.SERVER_MAXCONN))).isEqualTo("80 at haproxy.cfg:14:38");
        assertThat(first.get(HaproxyKeys.SERVER_CHECK).knownValue()).contains(true);
        assertThat(first.get(HaproxyKeys.SERVER_ON_MARKED_DOWN).knownValue()).contains("shutdown-sessions");
    }

    @Test
    void readsAFrontendWithItsBackend() {
        folder.with("haproxy.cfg", """
                defaults web
                    mode http
                    timeout client 5s
                defaults db
                    mode tcp
                    timeout client 1h
                    timeout server 2h
                frontend db-in from db
                    bind 10.0.0.9:5432
                    bind :5433
                    default_backend db-out
                backend db-out from db
                    timeout server 10m
                    server-template pg 1-3 pg.shop.example:5432 check resolvers dns init-addr none
                resolvers dns
                    hold valid 5s
                frontend web from web
                    bind :80
                    default_backend apps
                backend apps from web
                    server a 10.0.0.2:8080
                """);

        assertThat(folder.link().hops()).singleElement().satisfies(hop -> {
            assertThat(hop.names()).containsExactly("10.0.0.9");
            assertThat(hop.ports()).containsExactlyInAnyOrder(5432, 5433);
            assertThat(folder.told(hop.get(HaproxyKeys.TIMEOUT_CLIENT))).isEqualTo("PT1H at haproxy.cfg:6:20");
            assertThat(folder.told(hop.get(HaproxyKeys.TIMEOUT_SERVER))).isEqualTo("PT10M at haproxy.cfg:13:20");
            assertThat(hop.targets()).extracting(HopTarget::name).containsExactly("pg", "pg", "pg");
            assertThat(hop.targets()
                            .getFirst()
                            .get(HaproxyKeys.SERVER_RESOLVERS)
                            .knownValue())
                    .contains("dns");
            assertThat(folder.told(hop.get(HaproxyKeys.RESOLVERS_HOLD_VALID))).isEqualTo("PT5S at haproxy.cfg:16:16");
        });
    }

    @Test
    void anEnvironmentVariableIsUnresolved() {
        folder.with("haproxy.cfg", """
                listen db
                    mode tcp
                    bind :5432
                    timeout client "$IDLE"
                    server db "${DB_HOST}:5432" check
                """);

        var hop = folder.hop();

        assertThat(hop.get(HaproxyKeys.TIMEOUT_CLIENT)).isInstanceOf(Setting.Unresolved.class);
        assertThat(hop.targets().getFirst().address().orElseThrow().isResolved())
                .isFalse();
    }

    @Test
    void aServerWithoutPortIsCalledOnThePortOfTheListener() {
        folder.with("haproxy.cfg", "listen db\n  bind :5432\n  server a db-1\n  option pgsql-check user ha\n");

        assertThat(folder.hop().targets().getFirst().address().orElseThrow()).hasToString("db-1:5432");
    }

    @Test
    void whatLeadsToNoDatabaseIsNoHop() {
        folder.with("haproxy.cfg", """
                listen web
                    mode http
                    bind :80
                    server a 10.0.0.2:8080
                listen mail
                    bind :25
                    server a 10.0.0.2:25
                """);

        assertThat(folder.read().filesRead()).isEqualTo(1);
        assertThat(folder.link().hops()).isEmpty();
    }
}
