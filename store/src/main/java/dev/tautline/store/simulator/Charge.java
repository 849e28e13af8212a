package dev.tautline.store.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The body of `POST /payments`, checked: either it is whole, or all its problems are known.
record Charge(UUID id, long amountMinor, Behaviour behaviour) {

    record Reading(Optional<Charge> charge, List<String> problems) {}

    static Reading read(JsonNode body) {
        var problems = new ArrayList<String>();
        var id = uuid(body.path("id").asString(""));
        var amount = body.path("amountMinor").asLong(-1);
        var behaviour = Behaviour.byToken(body.path("cardToken").asString(""));
        if (id.isEmpty()) {
            problems.add("id: a UUID is needed");
        }
        if (amount < 0) {
            problems.add("amountMinor: a whole number of cents, zero or more, is needed");
        }
        if (!"EUR".equals(body.path("currency").asString(""))) {
            problems.add("currency: only EUR is taken");
        }
        if (behaviour.isEmpty()) {
            problems.add("cardToken: no card has this token");
        }
        return problems.isEmpty()
                ? new Reading(Optional.of(new Charge(id.get(), amount, behaviour.get())), problems)
                : new Reading(Optional.empty(), problems);
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
