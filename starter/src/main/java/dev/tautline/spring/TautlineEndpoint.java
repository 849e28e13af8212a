package dev.tautline.spring;

import dev.tautline.agent.Agent;
import dev.tautline.agent.AgentReport;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/// `GET /actuator/tautline`: the agent's report. Reading it changes nothing and asks the database nothing.
@Endpoint(id = "tautline")
public final class TautlineEndpoint {
    private final Agent agent;

    TautlineEndpoint(Agent agent) {
        this.agent = agent;
    }

    @ReadOperation
    public AgentReport report() {
        return agent.report();
    }
}
