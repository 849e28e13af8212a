package dev.tautline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DriverKeysTest {
    @Test
    void theUrlTellsTheDriver() {
        assertThat(DriverKeys.of(url("jdbc:postgresql://db/shop"))).contains(DriverKeys.PGJDBC);
        assertThat(DriverKeys.of(url("jdbc:mysql://db/shop"))).contains(DriverKeys.CONNECTOR_J);
        assertThat(DriverKeys.of(url("jdbc:mysql:replication://a,b/shop"))).contains(DriverKeys.CONNECTOR_J);
        assertThat(DriverKeys.of(url("jdbc:mariadb://db/shop"))).contains(DriverKeys.MARIADB);
        assertThat(DriverKeys.of(url("jdbc:aws-wrapper:mysql://db/shop"))).contains(DriverKeys.CONNECTOR_J);
        assertThat(DriverKeys.of(url("jdbc:tc:mysql:8.4:///shop"))).isEmpty();
        assertThat(DriverKeys.of(url("jdbc:h2:mem:shop"))).isEmpty();
    }

    @Test
    void onlyPgjdbcMindsTheCaseOfNames() {
        assertThat(DriverKeys.PGJDBC.find("sockettimeout")).isEmpty();
        assertThat(DriverKeys.PGJDBC.find("socketTimeout")).contains(PgjdbcKeys.SOCKET_TIMEOUT);
        assertThat(DriverKeys.CONNECTOR_J.find("sockettimeout")).contains(ConnectorJKeys.SOCKET_TIMEOUT);
        assertThat(DriverKeys.CONNECTOR_J.find("servertimezone")).contains(ConnectorJKeys.CONNECTION_TIME_ZONE);
        assertThat(DriverKeys.MARIADB.find("SOCKETTIMEOUT")).contains(MariaDbDriverKeys.SOCKET_TIMEOUT);
        assertThat(DriverKeys.MARIADB.find("serverTimezone")).isEmpty();
    }

    @Test
    void aLimitIsWrittenInTheDriversUnit() {
        var limit = Duration.ofSeconds(30);

        assertThat(DriverKeys.PGJDBC.written(limit)).isEqualTo("30");
        assertThat(DriverKeys.CONNECTOR_J.written(limit)).isEqualTo("30000");
        assertThat(DriverKeys.MARIADB.written(limit)).isEqualTo("30000");
    }

    private static JdbcUrl url(String text) {
        return JdbcUrl.parse(text, new Origin.Given("test")).url().orElseThrow();
    }
}
