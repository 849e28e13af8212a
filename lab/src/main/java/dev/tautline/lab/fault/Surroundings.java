package dev.tautline.lab.fault;

import dev.tautline.lab.postgres.PgBouncer;
import java.util.List;
import java.util.Optional;

/// What stands around a cluster and can misbehave, too. A fault that needs what is not there is impossible.
public interface Surroundings {
    /// A cluster with its routes alone.
    Surroundings NONE = new Surroundings() {};

    /// Instances of the application, in a fixed order.
    default List<ClientUnderTest> clients() {
        return List.of();
    }

    default Optional<Visitors> visitors() {
        return Optional.empty();
    }

    default Optional<PaymentProvider> payments() {
        return Optional.empty();
    }

    default Optional<PgBouncer> pooler() {
        return Optional.empty();
    }

    default Optional<Monitor> monitor() {
        return Optional.empty();
    }
}
