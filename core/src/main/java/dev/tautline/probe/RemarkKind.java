package dev.tautline.probe;

import java.util.Locale;

/// What a passed ladder can still point out, with the step it belongs to and what to do about it.
public enum RemarkKind {
    HOSTS_FILE_OVERRIDES(
            Step.RESOLVE, "Take the line out of /etc/hosts, unless it is meant; it does not follow a failover."),
    NAME_COMPLETED(Step.RESOLVE, "Write the full name in the connection URL; another machine completes it otherwise."),
    NAME_KEPT_TOO_LONG(
            Step.RESOLVE, "Set networkaddress.cache.ttl to no more than the name's time to live, or leave it out."),
    CERTIFICATE_EXPIRES_SOON(
            Step.TLS, "Renew the certificate and reload the server (pg_ctl reload); no restart is needed."),
    CLIENT_CERTIFICATE_EXPIRES_SOON(
            Step.TLS,
            "Have the next certificate issued for this client and put it where sslcert and sslkey point: each new connection"
                    + " reads them."),
    CERTIFICATE_EXPIRED_UNNOTICED(
            Step.TLS, "Renew the certificate and reload the server; whoever verifies it cannot connect now."),
    AUTHORITY_EXPIRES_SOON(
            Step.TLS,
            "Have the next authority's certificate in sslrootcert beside this one, on every client, before the server's"
                    + " certificate is signed by it."),
    AUTHORITY_EXPIRED_UNNOTICED(
            Step.TLS,
            "Renew the authority's certificate and put it into sslrootcert; clients that are not of Java cannot connect now."),
    PASSWORD_IN_THE_CLEAR(Step.AUTHENTICATE, "Set sslmode=verify-full, and ask for scram-sha-256 in pg_hba.conf."),
    WEAK_AUTHENTICATION(
            Step.AUTHENTICATE,
            "Set password_encryption=scram-sha-256, set the password again, and ask for scram-sha-256 in pg_hba.conf."),
    SLOW_NAMES(Step.RESOLVE, "Look at the first name server in /etc/resolv.conf and at its search list."),
    LOST_FIRST_PACKET(Step.CONNECT, "Look for packet loss and for a full accept queue (nstat -az TcpExtListenDrops)."),
    ADDRESSES_DIFFER(
            Step.CONNECT,
            "Let the server listen on all addresses that the name has (listen_addresses), or publish only those that answer;"
                    + " which family Java takes first, java.net.preferIPv6Addresses says."),
    SLOW_ROUTE(Step.CONNECT, "Move client and server together, or send fewer queries per request."),
    SLOW_TLS(Step.TLS, "Look at the load of the server's processor, and for a proxy that inspects TLS."),
    SLOW_HERE(
            Step.AUTHENTICATE,
            "Look at the load of this machine and at the container's limit of processor time (cpu.stat, nr_throttled), then"
                    + " probe again: until then the times above are its own."),
    SLOW_TO_ASK(
            Step.AUTHENTICATE,
            "Look for host names in pg_hba.conf and log_hostname=on: the server asks its own name server."),
    SLOW_HASHING(
            Step.AUTHENTICATE,
            "Lower scram_iterations and set the password again, or keep connections open in a pool."),
    SLOW_VERDICT(
            Step.AUTHENTICATE,
            "Look at what judges the password: LDAP, RADIUS or PAM behind the server; then at log-in triggers, whose time"
                    + " counts here, too."),
    SLOW_SESSION(
            Step.SESSION,
            "Look at log-in triggers, locks on catalogues, session_preload_libraries and very large catalogues; at a pooler, for"
                    + " clients that wait for a server connection."),
    SLOW_ANSWERS(Step.QUERY, "Look at the load of the server, and at the queue of a pooler in between."),
    PAST_END_OF_LIFE(Step.QUERY, "Plan the upgrade to a supported major version: no security fixes come any more."),
    SCHEMA_MISSING(
            Step.QUERY,
            "Correct currentSchema in the URL, or search_path where the role or database has it; or create the schema, or"
                    + " GRANT USAGE ON SCHEMA."),
    CLOCKS_APART(Step.QUERY, "Look at the time synchronisation of both machines (chronyc tracking)."),
    REPLAY_PAUSED(Step.ROLE, "SELECT pg_wal_replay_resume() on the standby, once it is known why it was paused."),
    NOTHING_RECEIVED(
            Step.ROLE, "Look at primary_conninfo and the log of the standby; without an archive it falls behind."),
    SEVERAL_CLUSTERS(Step.ROLE, "Correct the hosts of the URL: half of the writes would go to another cluster."),
    SEVERAL_PRIMARIES(
            Step.ROLE,
            "Stop the one with the lower timeline at once, and compare the two before it comes back as a standby."),
    LEFT_BEHIND(
            Step.ROLE,
            "Take it out of the URL until it follows again: pg_rewind or copy a former primary anew, and correct"
                    + " primary_conninfo."),
    NEARLY_FULL(Step.CAPACITY, "End idle sessions, or lower the sum of all pools below max_connections."),
    ROLE_LIMIT_NEAR(Step.CAPACITY, "Lower the sum of the pools of this role, or ALTER ROLE … CONNECTION LIMIT."),
    DATABASE_LIMIT_NEAR(
            Step.CAPACITY, "Lower the sum of the pools on this database, or ALTER DATABASE … CONNECTION LIMIT."),
    IDLE_IN_TRANSACTION(
            Step.CAPACITY,
            "Find who keeps the transaction open (pg_stat_activity); idle_in_transaction_session_timeout ends such."),
    SLOW_COMMIT(
            Step.WRITE,
            "Look at the disk under pg_wal, and at the synchronous standbys and the way to them (pg_stat_replication).");

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
