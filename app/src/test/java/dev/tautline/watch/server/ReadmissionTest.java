package dev.tautline.watch.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.watch.server.LoggedIn.Bar;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which open sessions the rules would refuse now. Rules are written as in the file, with a mask in place of its
/// length.
class ReadmissionTest {
    private static final String SCRAM = "host all all 10.0.0.0 255.0.0.0 scram-sha-256";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host all all all - reject",
                "host orders shop 10.0.3.7 255.255.255.255 reject",
                "host all all 10.0.3.0 255.255.255.0 reject",
                "host sameuser,orders other,shop all - reject",
                "hostnogssenc all all 0.0.0.0 0.0.0.0 reject",
            })
    void aRuleThatFitsFirstRejects(String first) {
        assertThat(refusals(shop("10.0.3.7"), first, SCRAM))
                .containsExactly("shop from 10.0.3.7 in orders: pg_hba.conf:1 rejects it (28000)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host all all 10.0.3.8 255.255.255.255 reject",
                "host all all 10.0.4.0 255.255.255.0 reject",
                "host all Shop all - reject",
                "host sameuser,replication all all - reject",
                "local all all - - reject",
                "hostgssenc all all all - reject",
                "host all all ::ffff:0:0 ffff:ffff:ffff:ffff:ffff:ffff:: reject",
                // With TLS, or without, it gets in.
                "hostssl all all all - reject",
                "hostnossl all all all - reject",
                // Who is meant cannot be told from here.
                "host all +staff all - reject",
                "host all /^sh all - reject",
                "host samerole all all - reject",
                "host all all db.example - reject",
                "host all all samenet - reject",
            })
    void whatDoesNotFitOrCannotBeToldRefusesNobody(String first) {
        assertThat(refusals(shop("10.0.3.7"), first, SCRAM)).isEmpty();
    }

    @Test
    void nobodyIsAdmittedWithoutARule() {
        assertThat(refusals(shop("192.168.1.4"), SCRAM))
                .containsExactly("shop from 192.168.1.4 in orders: no line of pg_hba.conf fits (28000)");
        assertThat(refusals(shop(null), SCRAM, "local all all - - peer")).isEmpty();
        assertThat(refusals(shop(null), SCRAM)).singleElement().asString().contains("its socket", "no line");
        assertThat(refusals(shop("fe80::1"), SCRAM, "host all all ::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff trust"))
                .hasSize(1);
    }

    @Test
    void rolesAndDatabasesAreClosedWhateverTheRules() {
        var readmission = new Readmission(null);
        var address = InetAddress.ofLiteral("10.0.3.7");

        assertThat(readmission.refusals(
                        List.of(new LoggedIn("shop", "orders", address, false, Bar.ROLE_MAY_NOT_LOG_IN))))
                .containsExactly("shop from 10.0.3.7 in orders: the role may no longer log in (28000)");
        assertThat(readmission.refusals(List.of(new LoggedIn("shop", "orders", address, false, Bar.DATABASE_CLOSED))))
                .containsExactly("shop from 10.0.3.7 in orders: the database no longer takes connections (55000)");
        assertThat(readmission.refusals(List.of(new LoggedIn("shop", "orders", address, false, Bar.ROLE_OVER_LIMIT))))
                .singleElement()
                .asString()
                .contains("connection limit", "53300");
        assertThat(readmission.refusals(List.of(new LoggedIn("shop", "orders", address, true, null))))
                .as("without the rules nobody knows whether a password is asked for")
                .isEmpty();
    }

    @Test
    void anExpiredPasswordCountsWhereOneIsAskedFor() {
        var expired = new LoggedIn("shop", "orders", InetAddress.ofLiteral("10.0.3.7"), true, null);

        assertThat(refusals(expired, SCRAM)).singleElement().asString().contains("has passed (28P01)");
        assertThat(refusals(expired, "hostssl all all all - cert", SCRAM))
                .as("with TLS its certificate lets it in")
                .isEmpty();
    }

    private static LoggedIn shop(@Nullable String address) {
        return new LoggedIn("shop", "orders", address == null ? null : InetAddress.ofLiteral(address), false, null);
    }

    private static List<String> refusals(LoggedIn who, String... rules) {
        var all = new ArrayList<HostRule>();
        for (var rule : rules) {
            var words = rule.split(" ", -1);
            all.add(new HostRule(
                    "pg_hba.conf:" + (all.size() + 1),
                    words[0],
                    Arrays.asList(words[1].split(",", -1)),
                    Arrays.asList(words[2].split(",", -1)),
                    words[3].equals("-") ? null : words[3],
                    words[4].equals("-") ? null : words[4],
                    words[5]));
        }
        return new Readmission(all).refusals(List.of(who));
    }
}
