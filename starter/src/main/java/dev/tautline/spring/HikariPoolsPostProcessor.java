package dev.tautline.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.tautline.agent.Agent;
import dev.tautline.agent.ConnectionTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Hands each HikariCP data source to the agent as soon as its properties are bound, then tests the connection.
final class HikariPoolsPostProcessor implements BeanPostProcessor {
    private final ObjectProvider<Agent> agent;
    private final ObjectProvider<TautlineProperties> properties;
    private final SpringOrigins origins;
    private final MeterSharing meters;

    HikariPoolsPostProcessor(
            ObjectProvider<Agent> agent,
            ObjectProvider<TautlineProperties> properties,
            SpringOrigins origins,
            MeterSharing meters) {
        this.agent = agent;
        this.properties = properties;
        this.origins = origins;
        this.meters = meters;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool) {
            meters.leaveRoomFor(pool);
            agent.getObject().observe(pool, origins.of(beanName));
            test(pool);
        }
        return bean;
    }

    private void test(HikariDataSource pool) {
        TautlineProperties settings = properties.getObject();
        ConnectionTest.Mode mode = settings.startupTest().mode();
        ConnectionTest test = agent.getObject().connectionTest(pool, settings.connectTimeout());
        if (mode == ConnectionTest.Mode.WARN) {
            // A warning must not make the start slower; it ends by itself within the timeout.
            Thread.ofVirtual().name("tautline-startup-test").start(() -> test.apply(mode));
        } else {
            test.apply(mode);
        }
    }
}
