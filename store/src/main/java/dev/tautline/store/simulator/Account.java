package dev.tautline.store.simulator;

import java.util.UUID;

/// A payment as the provider knows it.
record Account(UUID id, long amountMinor, State state) {
    enum State {
        AUTHORISED,
        CAPTURED,
        DECLINED,
        VOIDED
    }

    Account in(State changed) {
        return new Account(id, amountMinor, changed);
    }
}
