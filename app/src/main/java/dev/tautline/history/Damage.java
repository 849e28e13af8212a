package dev.tautline.history;

import java.sql.SQLException;

/// Tells a file that is broken from one that cannot be written just now (sqlite.org/rescode.html).
final class Damage {
    static final int CORRUPT = 11;
    private static final int BUSY = 5;
    private static final int NOT_A_DATABASE = 26;

    private Damage() {}

    /// Somebody else has the file for a moment; the connection is as good as before.
    static boolean onlyBusy(SQLException e) {
        return (e.getErrorCode() & 0xff) == BUSY;
    }

    /// The lower byte is the primary code; the others say more.
    static boolean in(SQLException e) {
        int primary = e.getErrorCode() & 0xff;
        return primary == CORRUPT || primary == NOT_A_DATABASE;
    }
}
