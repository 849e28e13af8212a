package dev.tautline.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.Client;
import dev.tautline.link.Link;
import dev.tautline.link.reader.ConfigurationReader;
import dev.tautline.probe.Resolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class InsideNamesTest {
    @TempDir
    private Path folder;

    private Link link = Link.of();

    @BeforeEach
    void readAProject() throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), """
                services:
                  orders:
                    image: orders:1
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://store-db/shop
                  sidecar:
                    image: sidecar:1
                    environment:
                      SPRING_DATASOURCE_URL: jdbc:postgresql://localhost/shop
                  store-db:
                    image: postgres:18
                """);
        link = new ConfigurationReader(Map.of(), Optional.empty())
                .read(List.of(folder), List.of())
                .link();
    }

    @Test
    void aNameThatResolvesHereIsAsGoodAsAny() {
        assertThat(obstacle("store-db", host -> new InetAddress[] {InetAddress.ofLiteral("10.0.0.7")}))
                .isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsHereHoldsInsideOnly() {
        assertThat(obstacle("store-db", host -> {
                    throw new UnknownHostException(host);
                }))
                .hasValueSatisfying(why -> assertThat(why).contains("'store-db' is the name", "compose.yaml:11:"));
    }

    @Test
    void aResolverThatIsSilentHoldsNobodyUp() {
        var never = new CountDownLatch(1);
        assertThat(obstacle("store-db", host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                }))
                .isPresent();
        never.countDown();
    }

    @Test
    void theLoopbackOfAContainerIsNotOurs() {
        assertThat(obstacle("localhost", Resolver.system()))
                .hasValueSatisfying(why -> assertThat(why).contains("inside the container of", "sidecar"));
    }

    private Optional<String> obstacle(String host, Resolver resolver) {
        var names = new InsideNames(link, resolver, Duration.ofMillis(100));
        return link.clients().stream()
                .filter(client -> calls(client, host))
                .findFirst()
                .flatMap(client -> names.obstacle(
                        client, client.url().orElseThrow().hosts().getFirst()));
    }

    private static boolean calls(Client client, String host) {
        return client.url().stream()
                .flatMap(url -> url.hosts().stream())
                .anyMatch(address -> address.host().equals(host));
    }
}
