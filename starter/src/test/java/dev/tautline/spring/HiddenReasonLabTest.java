package dev.tautline.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.agent.Agent;
import dev.tautline.agent.AgentReport.ConnectFailure;
import dev.tautline.lab.Deadline;
import dev.tautline.lab.postgres.Cluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A URL of two hosts with a role demanded: the driver says only that no host has the role.
@Tag("lab")
class HiddenReasonLabTest {
    @Test
    void aPrimaryThatRefusesTheLoginIsTold() {
        try (var cluster = Cluster.builder().standbys(1).start();
                var agent = Agent.forService("shop").build()) {
            cluster.primary().execute("CREATE ROLE app LOGIN PASSWORD 'rotated'");
            cluster.awaitReplay(Duration.ofSeconds(30));
            try (var pool = new HikariDataSource()) {
                configure(pool, cluster);
                agent.observe(pool);
                Deadline.in(Duration.ofSeconds(60))
                        .await(
                                "the agent to learn why",
                                () -> failures(agent, pool).stream()
                                        .anyMatch(failure -> "28P01".equals(failure.sqlState())),
                                () -> failures(agent, pool).toString());
                assertThat(failures(agent, pool))
                        .anySatisfy(failure -> assertThat(failure.step()).isEqualTo("authenticate"));
            }
        }
    }

    private static void configure(HikariConfig pool, Cluster cluster) {
        var primary = cluster.primary().address();
        var standby = cluster.standbys().getFirst().address();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary&sslmode=disable"
                .formatted(primary.getPort(), standby.getPort()));
        pool.setUsername("app");
        pool.setPassword("former");
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(1_000);
    }

    private static List<ConnectFailure> failures(Agent agent, HikariDataSource pool) {
        try (var connection = pool.getConnection()) {
            throw new AssertionError("the former password let us in: " + connection);
        } catch (java.sql.SQLException refused) {
            return agent.report().pools().getFirst().connectFailures();
        }
    }
}
