package dev.tautline.probe;

import java.util.Locale;

/// What a passed ladder can still point out, with the step it belongs to and what to do about it.
public enum RemarkKind {
    CERTIFICATE_EXPIRES_SOON(
            Step.TLS, "Renew the certificate and reload the server (pg_ctl reload); no restart is needed."),
    PAST_END_OF_LIFE(Step.QUERY, "Plan the upgrade to a supported major version: no security fixes come any more."),
    CLOCKS_APART(Step.QUERY, "Look at the time synchronisation of both machines (chronyc tracking)."),
    REPLAY_PAUSED(Step.ROLE, "SELECT pg_wal_replay_resume() on the standby, once it is known why it was paused."),
    NOTHING_RECEIVED(
            Step.ROLE, "Look at primary_conninfo and the log of the standby; without an archive it falls behind."),
    NEARLY_FULL(Step.CAPACITY, "End idle sessions, or lower the sum of all pools below max_connections."),
    ROLE_LIMIT_NEAR(Step.CAPACITY, "Lower the sum of the pools of this role, or ALTER ROLE … CONNECTION LIMIT."),
    DATABASE_LIMIT_NEAR(
            Step.CAPACITY, "Lower the sum of the pools on this database, or ALTER DATABASE … CONNECTION LIMIT."),
    IDLE_IN_TRANSACTION(
            Step.CAPACITY,
            "Find who keeps the transaction open (pg_stat_activity); idle_in_transaction_session_timeout ends such.");

    private final Step step;
    private final String advice;

    RemarkKind(Step step, String advice) {
        this.step = step;
        this.advice = advice;
    }

    public Step step() {
        return step;
    }

    public String advice() {
        return advice;
    }

    /// The stable name for files and JSON: `certificate-expires-soon`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
