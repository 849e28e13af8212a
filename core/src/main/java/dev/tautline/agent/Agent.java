package dev.tautline.agent;

import dev.tautline.agent.AgentReport.PoolReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Observes the pools and requests of one application instance and answers with an `AgentReport`. Thread-safe.
///
///     Agent agent = Agent.forService("chandlery").instance("shop-1").build();
///     agent.observe(hikariDataSource);
public final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    private final List<ObservedPool> pools = new CopyOnWriteArrayList<>();
    private final String service;
    private final String instance;
    private final AgentClock clock;
    private final Instant startedAt;
    private final RequestRecorder requests;
    private final OutcomeRecorder outcomes;
    private final SchedulingDelay schedulingDelay;
    private final @Nullable Integer requestThreads;
    private final @Nullable String applicationVersion;

    Agent(
            String service,
            String instance,
            AgentClock clock,
            Duration slow,
            @Nullable Integer requestThreads,
            @Nullable String applicationVersion) {
        this.service = service;
        this.instance = instance;
        this.clock = clock;
        this.startedAt = clock.now();
        this.requests = new RequestRecorder(clock, slow);
        this.outcomes = new OutcomeRecorder(clock);
        this.schedulingDelay = SchedulingDelay.start(clock);
        this.requestThreads = requestThreads;
        this.applicationVersion = applicationVersion;
    }

    public static AgentBuilder forService(String service) {
        return new AgentBuilder(service);
    }

    /// `observe(dataSource, SettingOrigins.UNKNOWN)`.
    public Observed observe(DataSource dataSource) {
        return observe(dataSource, SettingOrigins.UNKNOWN);
    }

    /// Observes a HikariCP pool, also one inside a wrapper. Best called before the pool starts, that is before its
    /// first `getConnection`; of a running pool the answer says what cannot be observed. Twice is harmless.
    ///
    /// @throws IllegalArgumentException when there is no HikariCP pool in `dataSource`
    public synchronized Observed observe(DataSource dataSource, SettingOrigins origins) {
        ObservedPool known = find(dataSource);
        if (known != null) {
            return known.observed();
        }
        ObservedPool pool = observeHikari(dataSource, origins);
        if (pool == null) {
            throw new IllegalArgumentException("Cannot observe %s: it is no HikariCP data source and wraps none"
                    .formatted(dataSource.getClass().getName()));
        }
        pools.add(pool);
        Observed observed = pool.observed();
        observed.unobserved().forEach(what -> LOG.warn("Pool {}: cannot observe {}.", observed.pool(), what));
        return observed;
    }

    /// A test that opens one connection outside the observed pool and ends within `timeout`.
    ///
    /// @throws IllegalArgumentException when `dataSource` was not given to `observe` before
    public ConnectionTest connectionTest(DataSource dataSource, Duration timeout) {
        ObservedPool pool = find(dataSource);
        if (pool == null) {
            throw new IllegalArgumentException(
                    "Observe the data source first: only then are its driver and credentials known");
        }
        return pool.connectionTest(timeout);
    }

    /// A request of nobody in particular: an errand of the application itself.
    public RequestScope request() {
        return requests.open(null);
    }

    /// A request of the visitor with this `VisitorHash`.
    public RequestScope request(long visitorHash) {
        return requests.open(visitorHash);
    }

    /// Something was achieved that the business lives on: an order was taken. From these the guard tells how many an
    /// outage cost.
    ///
    /// @param name a plural for people, `orders`; of more than twenty names the later ones are not counted
    public void achieved(String name) {
        outcomes.achieved(name);
    }

    public AgentReport report() {
        List<PoolReport> pools = this.pools.stream().map(ObservedPool::report).toList();
        return new AgentReport(
                AgentReport.VERSION,
                service,
                instance,
                startedAt,
                clock.now(),
                pools,
                requests.report(),
                requests.visitors(),
                schedulingDelay.report(),
                ProcessTotals.report(requests.inFlight(), requestThreads),
                applicationVersion,
                outcomes.report());
    }

    /// Stops the agent's one thread. Observed pools keep working.
    @Override
    public void close() {
        schedulingDelay.close();
    }

    private @Nullable ObservedPool find(DataSource dataSource) {
        return pools.stream()
                .filter(pool -> pool.dataSource() == dataSource)
                .findFirst()
                .orElse(null);
    }

    private @Nullable ObservedPool observeHikari(DataSource dataSource, SettingOrigins origins) {
        try {
            return ObservedHikariPool.observe(dataSource, new PoolRecorder(clock, requests), origins, clock);
        } catch (NoClassDefFoundError e) {
            LOG.debug("HikariCP is not on the class path", e);
            return null;
        }
    }
}
