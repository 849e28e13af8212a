package dev.tautline.store.database;

import java.sql.SQLTransientConnectionException;

/// The gate did not let an errand through to the pool. An SQL exception, so that callers need to know only one way in
/// which a connection is not to be had.
public final class GateRefusal extends SQLTransientConnectionException {
    private static final long serialVersionUID = 1L;

    GateRefusal(String message) {
        super(message);
    }
}
