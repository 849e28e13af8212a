package dev.tautline.link.reader.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Hop;
import dev.tautline.link.HopTarget;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.PgBouncerKeys;
import dev.tautline.settings.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgBouncerFormatTest {
    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsSettingsWithTheirPlaces() {
        folder.with("pgbouncer.ini", """
                ; the shop's pooler
                [databases]
                shop = host=db-1.shop.example port=5433 dbname='shop' pool_size=30

                [pgbouncer]
                  pool_mode = transaction
                # not yet: max_client_conn = 900
                max_client_conn=500
                query_wait_timeout = 0.5
                """);

        var hop = folder.hop();

        assertThat(hop.kind()).isEqualTo(Hop.Kind.POOLER);
        assertThat(hop.ports()).containsExactly(6432);
        assertThat(folder.told(hop.get(PgBouncerKeys.POOL_MODE))).isEqualTo("transaction at pgbouncer.ini:6:15");
        assertThat(folder.told(hop.get(PgBouncerKeys.MAX_CLIENT_CONN))).isEqualTo("500 at pgbouncer.ini:8:17");
        assertThat(folder.told(hop.get(PgBouncerKeys.QUERY_WAIT_TIMEOUT))).isEqualTo("PT0.5S at pgbouncer.ini:9:22");
        assertThat(folder.told(hop.get(PgBouncerKeys.DATABASES))).isEqualTo(" at pgbouncer.ini:2:1");
        assertThat(folder.told(hop.get(PgBouncerKeys.CLIENT_IDLE_TIMEOUT))).isEqualTo("PT0S at default");
    }

    @Test
    void readsWhereDatabasesAre() {
        folder.with("pgbouncer.ini", """
                [databases]
                shop = host=db-1,db-2 port=5433 pool_size=30
                local =
                "odd ""name" = host=/var/run/postgresql
                * = host=db-3
                [pgbouncer]
                """);

        var targets = folder.hop().targets();

        assertThat(targets)
                .extracting(target -> target.name() + " "
                        + target.address().map(HostPort::toString).orElse("socket"))
                .containsExactly(
                        "shop db-1:5433", "shop db-2:5433", "local socket", "odd \"name socket", "* db-3:5432");
        assertThat(folder.told(targets.getFirst().get(PgBouncerKeys.DATABASES_POOL_SIZE)))
                .isEqualTo("30 at pgbouncer.ini:2:43");
    }

    @Test
    void theLastLineOfADatabaseWins() {
        folder.with("pgbouncer.ini", "[databases]\nshop = host=a\nshop = host=b\n[pgbouncer]\n");

        assertThat(folder.hop().targets()).extracting(HopTarget::name).containsExactly("shop");
        assertThat(folder.hop().targets().getFirst().address().orElseThrow().host())
                .isEqualTo("b");
    }

    @Test
    void aCommentBehindAValueIsPartOfTheValue() {
        folder.with("pgbouncer.ini", "[pgbouncer]\nmax_client_conn = 500 ; enough\n");

        assertThat(folder.told(folder.hop().get(PgBouncerKeys.MAX_CLIENT_CONN)))
                .isEqualTo("500 ; enough malformed at pgbouncer.ini:2:19");
    }

    @Test
    void followsIncludesAndReadsAnIncludedFileOnce() {
        folder.with("pgbouncer.ini", "%include conf.d/databases.ini\n[pgbouncer]\n%include /etc/pgbouncer/limits.ini\n")
                .with("conf.d/databases.ini", "[databases]\nshop = host=db\n")
                .with("limits.ini", "[pgbouncer]\nmax_client_conn = 900\n");

        assertThat(folder.link().hops()).singleElement().satisfies(hop -> {
            assertThat(hop.targets()).extracting(HopTarget::name).containsExactly("shop");
            assertThat(folder.told(hop.get(PgBouncerKeys.MAX_CLIENT_CONN))).isEqualTo("900 at limits.ini:2:19");
        });
    }

    @Test
    void aMissingIncludeLeavesTheRestOpen() {
        folder.with("pgbouncer.ini", "%include /etc/pgbouncer/databases.ini\n[pgbouncer]\npool_mode = session\n");

        var hop = folder.hop();

        assertThat(folder.told(hop.get(PgBouncerKeys.POOL_MODE))).startsWith("session");
        assertThat(folder.told(hop.get(PgBouncerKeys.MAX_CLIENT_CONN)))
                .isEqualTo("${/etc/pgbouncer/databases.ini} unresolved at pgbouncer.ini:1:10");
    }

    @Test
    void includesThatLeadBackAreAProblem() {
        folder.with("pgbouncer.ini", "[pgbouncer]\n%include a.ini\n")
                .with("a.ini", "%include b.ini\n")
                .with("b.ini", "%include a.ini\n");

        assertThat(folder.read().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("included by itself"));
    }

    @Test
    void whatATemplateFillsInIsUnresolved() {
        folder.with("pgbouncer.ini", """
                [databases]
                shop = host=${DB_HOST} port={{ db_port }}
                [pgbouncer]
                default_pool_size = {{ pool_size | default(20) }}
                {% if tls %}
                max_client_conn = 100
                """);

        var hop = folder.hop();

        assertThat(hop.get(PgBouncerKeys.DEFAULT_POOL_SIZE)).isInstanceOf(Setting.Unresolved.class);
        assertThat(hop.targets().getFirst().address().orElseThrow().isResolved())
                .isFalse();
        assertThat(hop.get(PgBouncerKeys.QUERY_TIMEOUT)).isInstanceOf(Setting.Unresolved.class);
    }

    @Test
    void namesUnknownSettingsAndKeepsPasswordsToItself() {
        folder.with("pgbouncer.ini", "[databases]\nshop = host=db password=hunter2\n[pgbouncer]\nmax_clients = 3\n");

        var hop = folder.hop();

        assertThat(hop.settings().strays()).extracting(stray -> stray.name()).containsExactly("max_clients");
        assertThat(hop.toString()).doesNotContain("hunter2");
        assertThat(folder.told(hop.targets().getFirst().get(PgBouncerKeys.DATABASES_PASSWORD)))
                .doesNotContain("hunter2");
    }

    @Test
    void whatCannotBeReadIsAProblemAndTheRestIsRead() {
        folder.with("pgbouncer.ini", "[pgbouncer]\nnonsense\npool_mode = statement\n");

        assertThat(folder.read().problems())
                .singleElement()
                .satisfies(problem -> assertThat(folder.place(problem.origin())).isEqualTo("pgbouncer.ini:2:1"));
        assertThat(folder.hop().get(PgBouncerKeys.POOL_MODE).knownValue()).contains("statement");
    }

    @Test
    void anIniFileOfSomethingElseIsNotRead() {
        folder.with("php.ini", "[PHP]\nmemory_limit = 1G\n");

        assertThat(folder.read().filesRead()).isZero();
    }

    @Test
    void tellsOfALineThatPgBouncerRefuses() {
        folder.with("pgbouncer.ini", """
                [databases]
                shop = host=db.shop.example password='a b' pool_size=20 # twenty
                till = host={{ .Values.host | quote }} {{ extra }} pool_size=${POOL:-20}

                [pgbouncer]
                listen_addr = *
                """);

        var read = folder.read();

        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(folder.place(problem.origin())).isEqualTo("pgbouncer.ini:2:8");
            assertThat(problem.message()).contains("name=value");
        });
        assertThat(read.link().hops().getFirst().targets())
                .allSatisfy(target -> assertThat(target.settings().strays()).isEmpty());
        assertThat(folder.told(folder.hop().targets().getLast().get(PgBouncerKeys.DATABASES_POOL_SIZE)))
                .contains("unresolved");
    }
}
