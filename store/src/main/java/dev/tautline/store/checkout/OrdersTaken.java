package dev.tautline.store.checkout;

import dev.tautline.agent.Agent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells the agent of each order that a customer got, by whichever way, so that the guard knows what an outage costs.
@Component
class OrdersTaken {
    private static final String NAME = "orders";

    private final ObjectProvider<Agent> agent;

    OrdersTaken(ObjectProvider<Agent> agent) {
        this.agent = agent;
    }

    void one() {
        agent.ifAvailable(present -> present.achieved(NAME));
    }
}
