package dev.tautline.lab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tautline.lab.catalogue.FaultRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.opentest4j.TestAbortedException;

/// A test class gets its cluster, and each test a healthy one.
@Lab
@Tag("lab")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabExtensionLabTest {
    @Test
    @Order(1)
    void aFaultIsSeenAndStaysUntilTheTestEnds(LabCluster cluster) throws SQLException {
        connect(cluster).close();
        var fault = cluster.inject("role-locked");
        assertThat(fault).isNotNull();
        assertThatThrownBy(() -> connect(cluster))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("28000"));
    }

    @Test
    @Order(2)
    void theNextTestFindsTheClusterWell(LabCluster cluster) throws SQLException {
        connect(cluster).close();
    }

    @Test
    @Order(3)
    void whatCannotBeInjectedAbortsTheTest(LabCluster cluster) {
        assertThatThrownBy(() -> cluster.inject("failover"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no standby");
        assertThatThrownBy(() -> cluster.inject("fail-over")).isInstanceOf(FaultRefused.class);
    }

    private static Connection connect(LabCluster cluster) throws SQLException {
        return DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
    }
}
