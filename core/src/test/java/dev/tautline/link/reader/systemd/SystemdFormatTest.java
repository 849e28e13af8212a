package dev.tautline.link.reader.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Workload;
import dev.tautline.link.reader.ReadFolder;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.JvmKeys;
import dev.tautline.settings.SpringKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdFormatTest {
    @TempDir
    private Path path;

    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(path);
    }

    @Test
    void readsVariablesFilesBesideAndTheCommandLine() {
        folder.with("deploy/shop.service", """
                [Unit]
                Description=Environment=NOT_THIS=1
                [Service]
                # the pool's size is in shop.env
                Environment="JAVA_TOOL_OPTIONS=-Xmx1g -Dsun.net.inetaddr.ttl=-1" SPRING_DATASOURCE_USERNAME=shop
                EnvironmentFile=-/etc/shop/shop.env
                ExecStart=/usr/bin/java -jar /opt/shop/shop-1.4.jar \\
                    --server.tomcat.threads.max=400
                """).with("deploy/shop.env", """
                SPRING_DATASOURCE_URL="jdbc:postgresql://db.shop.example/shop"
                SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=5
                """);

        var client = folder.link().clients().getFirst();

        assertThat(client.workload().orElseThrow().kind()).isEqualTo(Workload.Kind.SYSTEMD_SERVICE);
        assertThat(folder.told(client.get(HikariKeys.MAXIMUM_POOL_SIZE))).isEqualTo("5 at deploy/shop.env:2:44");
        assertThat(folder.told(client.get(SpringKeys.TOMCAT_THREADS_MAX))).startsWith("400 at deploy/shop.service:7:");
        assertThat(folder.told(client.get(JvmKeys.SUN_NET_INETADDR_TTL)))
                .isEqualTo("PT-1S at deploy/shop.service:5:62");
        assertThat(folder.link().clients()).hasSize(1);
    }

    @Test
    void runsTheApplicationWhoseJarItStarts() {
        folder.with("orders/pom.xml", "<project><artifactId>orders</artifactId></project>")
                .with(
                        "orders/src/main/resources/application.properties",
                        "spring.datasource.url=jdbc:postgresql://db.shop.example/shop\n")
                .with("deploy/shop-orders.service", """
                [Service]
                Environment=SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=7
                ExecStart=/usr/bin/java -jar /opt/orders.jar
                """);

        var clients = folder.link().clients();

        assertThat(clients).hasSize(1);
        assertThat(folder.told(clients.getFirst().get(HikariKeys.MAXIMUM_POOL_SIZE)))
                .startsWith("7 at deploy/shop-orders.service:2:");
    }

    @Test
    void leavesUnitsOfOtherProgramsAlone() {
        folder.with("nginx.service", "[Service]\nExecStart=/usr/sbin/nginx -g 'daemon off;'\n")
                .with("avahi/ssh.service", "<service-group/>\n");

        assertThat(folder.link().platform().workloads()).isEmpty();
        assertThat(folder.read().problems()).isEmpty();
    }
}
