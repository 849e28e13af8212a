package dev.tautline.probe.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.name.DnsMessage.RecordType;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameInspectorTest {
    private static final JvmNameCache USUAL = new JvmNameCache(30, 10, 0);

    @Test
    void findsTheTimeToLiveOfANameServersAnswer() throws IOException {
        try (var server = new LoopbackNameServer(Map.of("db.example", "10.0.0.9"), 60)) {
            var origin = inspector(server, List.of(), List.of(), USUAL).inspect("db.example");

            assertThat(origin.nameServers()).containsExactly(InetAddress.ofLiteral("10.0.0.9"));
            assertThat(origin.timeToLive()).isEqualTo(Duration.ofSeconds(60));
            assertThat(origin.fullName()).isEqualTo("db.example");
            assertThat(origin.isOverridden()).isFalse();
            assertThat(origin.isKeptTooLong()).isFalse();
        }
    }

    @Test
    void seesThatTheHostsFileSaysSomethingElse() throws IOException {
        try (var server = new LoopbackNameServer(Map.of("db.example", "10.0.0.9"), 60)) {
            var other = List.of("# before", "10.0.0.7 DB.example db # the old one");
            assertThat(inspector(server, other, List.of(), USUAL)
                            .inspect("db.example")
                            .isOverridden())
                    .isTrue();

            var same = List.of("10.0.0.9 db.example");
            assertThat(inspector(server, same, List.of(), USUAL)
                            .inspect("db.example")
                            .isOverridden())
                    .isFalse();
        }
    }

    @Test
    void goesThroughTheSearchListAsTheSystemDoes() throws IOException {
        try (var server = new LoopbackNameServer(Map.of("db.shop.corp.example", "10.0.0.9"), 5)) {
            var origin = inspector(server, List.of(), List.of("search lan corp.example", "options ndots:5"), USUAL)
                    .inspect("db.shop");

            assertThat(origin.fullName()).isEqualTo("db.shop.corp.example");
            assertThat(origin.askedInVain()).containsExactly("db.shop.lan");
            assertThat(server.asked()).containsExactly("db.shop.lan", "db.shop.corp.example");
        }
    }

    @Test
    void asksForANameWithEnoughDotsAsItIsFirst() {
        var file = ResolverFile.parse(List.of("search lan", "nameserver 10.0.0.1", "nameserver nonsense"));

        assertThat(file.candidates("db.example")).containsExactly("db.example", "db.example.lan");
        assertThat(file.candidates("db")).containsExactly("db.lan", "db");
        assertThat(file.candidates("db.")).containsExactly("db");
        assertThat(file.nameServers()).containsExactly(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 53));
    }

    @Test
    void seesThatAJvmNeverForgets() throws IOException {
        try (var server = new LoopbackNameServer(Map.of("db.example", "10.0.0.9"), 60)) {
            var origin = inspector(server, List.of(), List.of(), new JvmNameCache(-1, 10, 0))
                    .inspect("db.example");

            assertThat(origin.isKeptTooLong()).isTrue();
            assertThat(origin.words()).contains("for 60 s", "for ever");
        }
    }

    @Test
    void saysNothingOfANameServerThatIsSilent() throws IOException {
        try (var silent = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            var servers = new NameServers(
                    List.of((InetSocketAddress) silent.getLocalSocketAddress()), Duration.ofMillis(20), new Random(1));

            assertThat(servers.ask("db.example", RecordType.A)).isEmpty();
        }
    }

    @Test
    void believesNoGarbledAnswer() {
        for (int length = 0; length < 40; length++) {
            var noise = new byte[length];
            new Random(length).nextBytes(noise);
            assertThat(DnsMessage.answer(noise, 7, RecordType.A)).isEmpty();
        }
        assertThat(DnsMessage.question(7, "a..b", RecordType.A)).isEmpty();
        assertThat(DnsMessage.question(7, "x".repeat(64), RecordType.A)).isEmpty();
    }

    private static NameInspector inspector(
            LoopbackNameServer server, List<String> hosts, List<String> resolver, JvmNameCache cache) {
        return new NameInspector(
                new HostsTable(hosts),
                ResolverFile.parse(resolver),
                new NameServers(List.of(server.address()), Duration.ofSeconds(2), new Random(1)),
                cache);
    }
}
