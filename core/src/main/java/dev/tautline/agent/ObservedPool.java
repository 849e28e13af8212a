package dev.tautline.agent;

import dev.tautline.agent.AgentReport.PoolReport;
import java.time.Duration;

/// A pool under observation, whatever library it is of.
interface ObservedPool {
    /// The same object that was given to `Agent.observe`.
    Object dataSource();

    Observed observed();

    PoolReport report();

    ConnectionTest connectionTest(Duration timeout);
}
