package dev.tautline.store.simulator;

import java.util.UUID;

/// A payment as the provider knows it.
record Account(UUID id, long amountMinor, State state) {
    enum State {
        AUTHORISED,
        CAPTURED,
        DECLINED,
        VOIDED,
        /// In the ledger alone, with the amount of one refund: the payment itself stays captured.
        REFUNDED
    }

    Account in(State changed) {
        return new Account(id, amountMinor, changed);
    }
}
