package dev.tautline.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.probe.FirstLook.FarEnd;
import dev.tautline.probe.evidence.Intermediary;
import dev.tautline.probe.evidence.Intermediary.Kind;
import dev.tautline.probe.evidence.Path;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class IntermediariesTest {
    private static final Path PATH = new Path(at("10.0.0.5", 40_000), at("10.0.0.9", 5432));

    @Test
    void findsNobodyWhenBothEndsSayTheSame() {
        assertThat(between(77, new FarEnd(77, "10.0.0.9", 5432, "10.0.0.5", 40_000, "taut"))
                        .kind())
                .isEqualTo(Kind.NONE);
    }

    @Test
    void findsAForwarderByTheServersOwnAddress() {
        var found = between(77, new FarEnd(77, "172.17.0.2", 5432, "10.0.0.5", 40_000, "taut"));

        assertThat(found.kind()).isEqualTo(Kind.FORWARDER);
        assertThat(found.words())
                .contains("the server itself is at 172.17.0.2:5432")
                .doesNotContain("come from");
    }

    @Test
    void findsAForwarderByThePortThatTheServerSeesUsComeFrom() {
        var found = between(77, new FarEnd(77, "10.0.0.9", 5432, "10.0.0.5", 40_001, "taut"));

        assertThat(found.kind()).isEqualTo(Kind.FORWARDER);
        assertThat(found.words()).contains("10.0.0.5:40001");
    }

    @Test
    void findsAPoolerByItsOwnCancelKey() {
        var found = between(990_001, new FarEnd(77, "10.0.0.9", 5432, "10.0.0.7", 51_000, "shop"));

        assertThat(found.kind()).isEqualTo(Kind.POOLER);
        assertThat(found.words()).contains("process 77 answers", "application_name=shop");
    }

    @Test
    void findsAPoolerOnTheServersOwnMachine() {
        var found = between(990_001, new FarEnd(77, null, 0, null, 0, "taut"));

        assertThat(found.kind()).isEqualTo(Kind.POOLER);
        assertThat(found.words()).contains("local socket");
    }

    @Test
    void takesTwoSpellingsOfOneAddressForOne() {
        var path = new Path(at("fe80::1", 40_000), at("2001:db8::9", 5432));
        var farEnd = new FarEnd(77, "2001:db8::9", 5432, "fe80::1", 40_000, "taut");

        assertThat(Intermediaries.between(path, 77, farEnd).kind()).isEqualTo(Kind.NONE);
    }

    private static Intermediary between(int process, FarEnd farEnd) {
        return Intermediaries.between(PATH, process, farEnd);
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }
}
