package dev.tautline.link.reader.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.Dbcp2Keys;
import dev.tautline.settings.DruidKeys;
import dev.tautline.settings.HikariKeys;
import dev.tautline.settings.PgjdbcKeys;
import dev.tautline.settings.Pool;
import dev.tautline.settings.TomcatJdbcKeys;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringPoolsTest {
    private static final String URL = "spring.datasource.url=jdbc:postgresql://db/shop\n";

    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void sharesTheSettingsAroundSeveralDataSources() {
        folder.write("application.properties", """
                spring.datasource.type=com.alibaba.druid.pool.DruidDataSource
                spring.datasource.druid.writer.url=jdbc:mysql://db/shop
                spring.datasource.druid.maxWait=5000
                spring.datasource.druid.max-active=40
                spring.datasource.druid.writer.max-active=60
                spring.datasource.druid.stat-view-servlet.login-username=till
                """);

        var client = folder.client();

        assertThat(client.dataSource()).isEqualTo("spring.datasource.druid.writer");
        assertThat(folder.told(client, DruidKeys.MAX_WAIT)).isEqualTo("PT5S at application.properties:3:33");
        assertThat(folder.told(client, DruidKeys.MAX_ACTIVE)).isEqualTo("60 at application.properties:5:43");
        assertThat(ApplicationFolder.strays(client)).isEmpty();
    }

    @Test
    void sharesTheSettingsBesideThoseOfDynamicDataSource() {
        folder.write("application.properties", """
                spring.datasource.dynamic.druid.max-wait=5000
                spring.datasource.dynamic.datasource.writer.url=jdbc:mysql://db/shop
                """);

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.DRUID);
        assertThat(folder.told(client, DruidKeys.MAX_WAIT)).isEqualTo("PT5S at application.properties:1:42");
    }

    @Test
    void takesTheTypeThatIsWritten() {
        folder.write("application.properties", URL + """
                spring.datasource.type=org.apache.tomcat.jdbc.pool.DataSource
                spring.datasource.tomcat.max-active=40
                spring.datasource.tomcat.connection-properties=socketTimeout=30;tcpKeepAlive=true
                spring.datasource.tomcat.max-activ=40
                """);

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.TOMCAT_JDBC);
        assertThat(folder.told(client, TomcatJdbcKeys.MAX_ACTIVE)).isEqualTo("40 at application.properties:3:37");
        assertThat(folder.told(client, PgjdbcKeys.SOCKET_TIMEOUT)).startsWith("PT30S at ");
        assertThat(ApplicationFolder.strays(client)).containsExactly("TOMCAT_JDBC max-activ");
        assertThat(client.poolKey(TomcatJdbcKeys.MAX_AGE)).isEqualTo("spring.datasource.tomcat.max-age");
    }

    @Test
    void knowsThatAGroupOfAnotherPoolIsReadByNobody() {
        folder.write("application.properties", URL + "spring.datasource.tomcat.max-active=40\n")
                .write("pom.xml", pom("spring-boot-starter-data-jpa", ""));

        var client = folder.client();

        assertThat(client.pool()).isEqualTo(Pool.HIKARICP);
        assertThat(ApplicationFolder.strays(client)).containsExactly("TOMCAT_JDBC max-active");
    }

    @Test
    void takesTheNextPoolWhereHikariIsExcluded() {
        var exclusion = "<exclusions><exclusion><groupId>com.zaxxer</groupId><artifactId>HikariCP</artifactId>"
                + "</exclusion></exclusions>";
        folder.write("application.properties", URL + "spring.datasource.dbcp2.max-total=40\n")
                .write(
                        "pom.xml",
                        pom("spring-boot-starter-jdbc", exclusion)
                                .replace(
                                        "</dependencies>",
                                        "<dependency><groupId>org.apache.commons</groupId>"
                                                + "<artifactId>commons-dbcp2</artifactId></dependency></dependencies>"));

        assertThat(folder.client().pool()).isEqualTo(Pool.DBCP2);
        assertThat(folder.told(folder.client(), Dbcp2Keys.MAX_TOTAL)).startsWith("40 at ");
        assertThat(ApplicationFolder.strays(folder.client())).isEmpty();
    }

    @Test
    void followsTheGroupWhereNoBuildTells() {
        folder.write("a/application.properties", URL + "spring.datasource.tomcat.max-active=40\n")
                .write(
                        "b/application.properties",
                        URL + "spring.datasource.tomcat.max-active=40\n" + "spring.datasource.dbcp2.max-total=40\n");

        assertThat(folder.clients()).extracting(client -> client.pool()).containsExactly(Pool.TOMCAT_JDBC, Pool.OTHER);
        assertThat(folder.clients())
                .allSatisfy(
                        client -> assertThat(ApplicationFolder.strays(client)).isEmpty());
    }

    @Test
    void readsSeveralSourcesOfDruidBelowItsPrefix() {
        folder.write("application.yml", """
                spring:
                  datasource:
                    type: com.alibaba.druid.pool.DruidDataSource
                    druid:
                      master:
                        url: jdbc:mysql://db/shop
                        username: root
                      maxActive: 20
                """);

        var client = folder.client();

        assertThat(client.dataSource()).isEqualTo("spring.datasource.druid.master");
        assertThat(client.pool()).isEqualTo(Pool.DRUID);
    }

    @Test
    void readsDruidsStarter() {
        folder.write("application.yml", """
                spring:
                  datasource:
                    url: jdbc:postgresql://db/shop
                    druid:
                      max-active: 20
                      max-wait: 60000
                      stat-view-servlet:
                        enabled: true
                """).write("pom.xml", pom("druid-spring-boot-3-starter", ""));

        assertThat(folder.client().pool()).isEqualTo(Pool.DRUID);
        assertThat(folder.told(folder.client(), DruidKeys.MAX_ACTIVE)).isEqualTo("20 at application.yml:5:19");
        assertThat(ApplicationFolder.strays(folder.client())).isEmpty();
    }

    @Test
    void letsVariablesSetKeysOfAnyPool() {
        folder.write("application.properties", URL);

        var client = folder.read(Map.of(
                        "SPRING_DATASOURCE_TYPE",
                        "org.apache.tomcat.jdbc.pool.DataSource",
                        "SPRING_DATASOURCE_TOMCAT_MAXACTIVE",
                        "9"))
                .link()
                .clients()
                .getFirst();

        assertThat(client.get(TomcatJdbcKeys.MAX_ACTIVE).knownValue()).contains(9);
        assertThat(client.get(HikariKeys.MAXIMUM_POOL_SIZE)
                        .known()
                        .orElseThrow()
                        .isChosen())
                .isFalse();
    }

    private static String pom(String artifact, String more) {
        return "<project><dependencies><dependency><groupId>any</groupId><artifactId>" + artifact + "</artifactId>"
                + more + "</dependency></dependencies></project>";
    }
}
