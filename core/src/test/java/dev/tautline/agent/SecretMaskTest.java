package dev.tautline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/shop?user=u&password=hunter2&socketTimeout=30",
                "jdbc:postgresql://db/shop?sslpassword=hunter2",
                "jdbc:mysql://shop:hunter2@db:3306/shop",
                "jdbc:mysql://(host=db,user=u,password=hunter2)/shop",
                "jdbc:sqlserver://db;user=u;password=hunter2;",
                "alter role shop password 'hunter2'",
                "access_token: hunter2"
            })
    void hidesSecretsWhereverTheyStand(String text) {
        assertThat(SecretMask.inText(text)).doesNotContain("hunter2").contains("******");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://db-1:5432,db-2:5432/shop?socketTimeout=30", "select 1", "application.yml:7:3"
            })
    void leavesTheRestAlone(String text) {
        assertThat(SecretMask.inText(text)).isEqualTo(text);
    }

    @Test
    void readsHostsAsTheDriverDoes() {
        assertThat(new DriverSettings("jdbc:postgresql://a:1,b/x", new Properties()).hosts())
                .isEqualTo("a:1,b:5432");
        assertThat(new DriverSettings("jdbc:mysql://u:hunter2@db:3306/x", new Properties()).hosts())
                .endsWith("@db:3306")
                .doesNotContain("hunter2");
    }

    @Test
    void showsTheDriversLimitsAlsoWhenNobodySetThem() {
        assertThat(new DriverSettings("jdbc:postgresql://a/x?socketTimeout=30", new Properties())
                        .settings(name -> "f:1:2"))
                .contains(
                        new AgentReport.EffectiveSetting("driver.socketTimeout", "30", "the URL at f:1:2"),
                        new AgentReport.EffectiveSetting("driver.loginTimeout", "0", "default of pgjdbc 42.7.14"));
    }
}
