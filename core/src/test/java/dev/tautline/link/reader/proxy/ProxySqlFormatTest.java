package dev.tautline.link.reader.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HostPort;
import dev.tautline.settings.ProxySqlKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxySqlFormatTest {
    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsVariablesAndServersWithTheirPlaces() {
        folder.with("proxysql.cnf", """
                # the shop
                datadir="/var/lib/proxysql"
                admin_variables=
                {
                    admin_credentials="admin:hunter2;" "radmin:hunter3"
                    mysql_ifaces="0.0.0.0:6032" // everywhere
                }
                mysql_variables: {
                    threads=4;
                    wait_timeout=28800000
                    interfaces="0.0.0.0:6033;/tmp/proxysql.sock"
                    /* an old limit
                       max_connections=1 */
                    max_connections=2048
                };
                mysql_servers =
                (
                    { address="db-1.shop.example" , port=3307 , hostgroup=0, max_connections=200 },
                    { hostname="db-2.shop.example"; hostgroup=1 }
                )
                mysql_users: ( { username = "shop"; password = "hunter4"; } )
                mysql_replication_hostgroups=( { writer_hostgroup=0, reader_hostgroup=1 } )
                """);

        var hop = folder.hop();

        assertThat(folder.read().problems()).isEmpty();
        assertThat(hop.ports()).containsExactly(6033);
        assertThat(folder.told(hop.get(ProxySqlKeys.WAIT_TIMEOUT))).isEqualTo("PT8H at proxysql.cnf:10:18");
        assertThat(folder.told(hop.get(ProxySqlKeys.MAX_CONNECTIONS))).isEqualTo("2048 at proxysql.cnf:14:21");
        assertThat(folder.told(hop.get(ProxySqlKeys.ADMIN_INTERFACES))).isEqualTo("0.0.0.0:6032 at proxysql.cnf:6:19");
        assertThat(hop.get(ProxySqlKeys.ADMIN_CREDENTIALS)
                        .knownValue()
                        .orElseThrow()
                        .reveal())
                .isEqualTo("admin:hunter2;radmin:hunter3");
        assertThat(folder.told(hop.get(ProxySqlKeys.WRITER_HOSTGROUP))).isEqualTo("0 at proxysql.cnf:22:51");
        assertThat(hop.targets())
                .extracting(target -> target.address().map(HostPort::toString).orElse(""))
                .containsExactly("db-1.shop.example:3307", "db-2.shop.example:3306");
        assertThat(folder.told(hop.targets().getFirst().get(ProxySqlKeys.MYSQL_SERVERS_MAX_CONNECTIONS)))
                .isEqualTo("200 at proxysql.cnf:18:78");
        assertThat(hop.toString()).doesNotContain("hunter");
    }

    @Test
    void whatItSaysAboutPostgresIsAHopOfItsOwn() {
        folder.with("proxysql.cfg", "pgsql_servers = ( { address = \"pg\", port = 5432 } );\n");

        assertThat(folder.link().hops()).singleElement().satisfies(hop -> {
            assertThat(hop.name()).isEqualTo("proxysql-pgsql");
            assertThat(hop.ports()).containsExactly(6133);
        });
    }

    @Test
    void theFirstThingThatCannotBeReadIsAProblem() {
        folder.with("proxysql.cnf", "mysql_variables = { threads=4 }\nmysql_servers = ( } )\n");

        assertThat(folder.read().problems())
                .singleElement()
                .satisfies(problem -> assertThat(folder.place(problem.origin())).isEqualTo("proxysql.cnf:2:19"));
        assertThat(folder.hop().get(ProxySqlKeys.THREADS).knownValue()).contains(4);
    }

    @Test
    void nestingEnds() {
        folder.with("proxysql.cnf", "mysql_servers = " + "(".repeat(100_000));

        assertThat(folder.read().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("nested deeper"));
    }
}
