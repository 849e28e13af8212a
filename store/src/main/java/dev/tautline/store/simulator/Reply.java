package dev.tautline.store.simulator;

import java.util.List;
import java.util.Map;

/// What is sent back: a status and something to write as JSON. Status 0 is no answer at all.
record Reply(int status, Object body) {
    static final Reply SILENCE = new Reply(0, "");
    static final Reply NOT_FOUND = problem(404, "nothing is known by that id");

    static Reply of(Account account) {
        return new Reply(
                200,
                Map.of(
                        "id", account.id().toString(),
                        "state", account.state().name(),
                        "amountMinor", account.amountMinor()));
    }

    static Reply problem(int status, String... problems) {
        return new Reply(status, Map.of("problems", List.of(problems)));
    }
}
