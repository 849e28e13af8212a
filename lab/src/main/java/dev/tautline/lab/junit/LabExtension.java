package dev.tautline.lab.junit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts a [LabCluster] for a test class. Used by [Lab]; or registered in a static field, where something else needs
/// the cluster's URL before the first test, as Spring does:
///
/// ```java
/// @RegisterExtension
/// static final LabExtension LAB = new LabExtension();
/// ```
///
/// Thread-safe: the cluster starts at its first use.
public final class LabExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private @Nullable LabCluster cluster;

    /// The cluster of a static field: a primary alone, with a database and a role `app`. [Lab] says more.
    public synchronized LabCluster cluster() {
        return cluster(0, LabCluster.DATABASE);
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        var wanted = context.getRequiredTestClass().getAnnotation(Lab.class);
        cluster(wanted == null ? 0 : wanted.standbys(), wanted == null ? LabCluster.DATABASE : wanted.database());
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (cluster != null) {
            cluster.healAll();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        if (cluster != null) {
            cluster.close();
            cluster = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LabCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster();
    }

    private LabCluster cluster(int standbys, String database) {
        var running = cluster;
        if (running == null) {
            running = LabCluster.start(standbys, database);
            cluster = running;
        }
        return running;
    }
}
