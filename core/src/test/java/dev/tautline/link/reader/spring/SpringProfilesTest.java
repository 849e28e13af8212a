package dev.tautline.link.reader.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.Profile;
import dev.tautline.link.reader.ApplicationFolder;
import dev.tautline.settings.HikariKeys;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringProfilesTest {
    @TempDir
    private Path path;

    private ApplicationFolder folder;

    @BeforeEach
    void useTheFolder() {
        folder = new ApplicationFolder(path);
    }

    @Test
    void runsTheMembersOfAGroupTogetherAndNeverAlone() {
        folder.write("application.yml", """
                spring:
                  profiles.group.production: [pools, guarded]
                  datasource.url: jdbc:postgresql://db/shop
                """)
                .write("application-pools.yml", "spring.datasource.hikari.maximum-pool-size: 50\n")
                .write("application-guarded.yml", "spring.datasource.hikari.connection-timeout: 3000\n")
                .write("application-eu.yml", "spring.datasource.hikari.maximum-pool-size: 30\n");

        assertThat(sizes()).containsExactly("no profile 10", "profile eu 30", "profile production 50");
        assertThat(folder.clients().stream().filter(client -> client.profile().equals(Profile.of("production"))))
                .singleElement()
                .satisfies(client -> assertThat(folder.told(client, HikariKeys.CONNECTION_TIMEOUT))
                        .startsWith("PT3S at application-guarded.yml:1:"));
    }

    @Test
    void findsTheMembersOfAGroupInAGroup() {
        folder.write("application.properties", """
                spring.profiles.group.production=hardened
                spring.profiles.group.hardened=pools
                spring.datasource.url=jdbc:postgresql://db/shop
                """)
                .write("application-pools.properties", "spring.datasource.hikari.maximum-pool-size=50\n");

        assertThat(sizes()).contains("profile production 50");
    }

    @Test
    void letsTheLastActiveProfileWinWhateverItsName() {
        folder.write("application.yml", """
                spring:
                  profiles.active: "zone-b,large"
                  datasource.url: jdbc:postgresql://db/shop
                """)
                .write("application-zone-b.yml", "spring.datasource.hikari.maximum-pool-size: 5\n")
                .write("application-large.yml", "spring.datasource.hikari.maximum-pool-size: 50\n");

        assertThat(sizes()).contains("no profile 50");
    }

    private List<String> sizes() {
        return folder.clients().stream().map(SpringProfilesTest::size).toList();
    }

    private static String size(Client client) {
        return client.profile() + " "
                + client.get(HikariKeys.MAXIMUM_POOL_SIZE).knownValue().orElseThrow();
    }
}
