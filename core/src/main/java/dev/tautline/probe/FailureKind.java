package dev.tautline.probe;

import static dev.tautline.finding.Owner.APPLICATION;
import static dev.tautline.finding.Owner.DATABASE;
import static dev.tautline.finding.Owner.NETWORK;
import static dev.tautline.finding.Owner.PLATFORM;
import static dev.tautline.finding.Owner.SECURITY;

import dev.tautline.finding.Owner;
import dev.tautline.finding.PackagedPages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every way in which a step can fail that the ladder tells apart, with its texts: cause, next command, fix.
/// `{host}`, `{port}`, `{address}`, `{database}`, `{user}`, `{sslmode}`, `{sslrootcert}`, `{sslcert}` and `{sslkey}`
/// stand for the target's own.
///
/// They stand here and not only on the kind's page, because a process that can open no more files must still be able to
/// say so. A new kind is one constant here, one line where its [Symptom] is recognised, its page, and the test that
/// provokes it.
public enum FailureKind {
    // resolve
    NAME_UNKNOWN(
            APPLICATION,
            "No address is known for {host}: the name is misspelt, or its record does not exist where this machine looks.",
            "getent ahosts {host}",
            "Correct the host in the connection URL, or create the record."),
    NAME_UNRESOLVED_PLACEHOLDER(
            APPLICATION,
            "{host} is a placeholder that nothing filled in: the variable behind it is not set here.",
            "env | cut -d= -f1 | sort",
            "Set the variable, or give the placeholder a value, before the URL is read."),
    RESOLVER_UNAVAILABLE(
            NETWORK,
            "The name servers of this machine could not answer; whether {host} exists is unknown.",
            "cat /etc/resolv.conf; getent ahosts {host}",
            "Restore the name server, or correct /etc/resolv.conf."),
    RESOLVER_SILENT(
            NETWORK,
            "The name servers of this machine did not answer in time.",
            "time getent ahosts {host}",
            "Restore the name server; an unreachable first entry in /etc/resolv.conf costs 5 s each time."),

    // connect
    CONNECTION_REFUSED(
            DATABASE,
            "{address} answered that nothing accepts connections on port {port}: the server is stopped, listens on another"
                    + " port, its listen_addresses leaves out this address, or a firewall refuses in its name.",
            "ss -ltnp | grep -E ':{port}|postgres'    # on {host}: who listens, where, on which port",
            "Start PostgreSQL on {host}, or correct the port in the URL, or set listen_addresses and restart."),
    NO_ANSWER(
            NETWORK,
            "Nothing answers at {address}:{port}: a firewall or security group drops the packets, the address is not"
                    + " the server's (any more), the machine is down, or the listener's queue of connections is full."
                    + " A stopped PostgreSQL on a live machine would refuse.",
            "nc -vz -w 3 {address} {port}; getent ahosts {host}    # and on {host}: ss -ltn 'sport = :{port}', where Recv-Q above Send-Q is a full queue",
            "Let this client through to port {port}, or publish the server's present address."),
    UNREACHABLE(
            NETWORK,
            "There is no route to {address}: a router, or this machine, said so at once.",
            "ip route get {address}",
            "Restore the route; for an IPv6 address, check that this machine has IPv6 at all."),
    LOCAL_ADDRESS_EXHAUSTED(
            PLATFORM,
            "This machine has no local port left for one more connection to {address}:{port}.",
            "ss -s; cat /proc/sys/net/ipv4/ip_local_port_range",
            "Pool connections in place of opening one per request, or widen ip_local_port_range."),
    FILE_DESCRIPTORS_EXHAUSTED(
            APPLICATION,
            "This process may open no more files, and a connection is one: it leaks them, or its limit is too low.",
            "ls /proc/PID/fd | wc -l; grep 'open files' /proc/PID/limits    # PID is the client's",
            "Close what is leaked; raise the limit (LimitNOFILE, ulimit -n) only when the count has stopped growing."),
    CONNECT_FORBIDDEN(
            SECURITY,
            "This machine itself forbids the connection to {address}:{port}: a local firewall or sandbox rule.",
            "nft list ruleset    # on this machine",
            "Allow outgoing connections to port {port}."),
    CONNECT_FAILED(
            NETWORK,
            "The connection to {address}:{port} could not be opened, for the reason in the words below.",
            "nc -vz -w 3 {address} {port}",
            "Act on the system's words."),

    // what is behind the port
    ACCEPTED_THEN_SILENT(
            DATABASE,
            "The kernel at {address}:{port} accepts the connection, but no process answers: the postmaster is frozen"
                    + " (SIGSTOP, stuck storage), a balancer holds the connection without a server, or the answers are lost on"
                    + " their way.",
            "ps -o pid,stat,wchan:20,cmd -C postgres    # on {host}; T is stopped, D is stuck in I/O",
            "Continue the process (kill -CONT) or restart it; behind a balancer, look at its servers."),
    RESET_AFTER_ACCEPT(
            NETWORK,
            "The connection to {address}:{port} is accepted and then reset: a balancer or proxy without a live server"
                    + " behind it does this. A stopped PostgreSQL would refuse in place of accepting.",
            "nc -v {address} {port} < /dev/null",
            "Check the servers behind the balancer at {host}."),
    CLOSED_AFTER_ACCEPT(
            NETWORK,
            "The connection to {address}:{port} is accepted and then closed without a word: a proxy without a live"
                    + " server or one that waits for a PROXY header, a filter on the client's address, or not PostgreSQL.",
            "nc -v {address} {port} < /dev/null",
            "Check the proxy at {host}, its list of allowed clients and the servers behind it."),
    HTTP_AT_PORT(
            APPLICATION,
            "An HTTP server answers at {address}:{port}, not PostgreSQL.",
            "curl -sI http://{address}:{port}/",
            "Correct the port in the connection URL; PostgreSQL's own is 5432."),
    SSH_AT_PORT(
            APPLICATION,
            "An SSH server answers at {address}:{port}, not PostgreSQL.",
            "nc {address} {port} < /dev/null | head -1",
            "Correct the port in the connection URL; if a tunnel was meant, connect to its local end."),
    MYSQL_AT_PORT(
            APPLICATION,
            "A MySQL or MariaDB server answers at {address}:{port}, not PostgreSQL.",
            "nc {address} {port} < /dev/null | head -c 80 | strings",
            "Correct the port, or use the driver of that database."),
    TLS_ONLY_AT_PORT(
            NETWORK,
            "The listener at {address}:{port} speaks TLS from the first byte: a TLS-ending proxy, or a web server.",
            "openssl s_client -connect {address}:{port} -alpn postgresql < /dev/null",
            "Correct the port, or set sslNegotiation=direct when it is PostgreSQL 17 or later behind a TLS proxy."),
    OTHER_PROTOCOL_AT_PORT(
            APPLICATION,
            "What answers at {address}:{port} does not speak PostgreSQL's protocol.",
            "nc {address} {port} < /dev/null | head -c 80 | od -c",
            "Correct host and port in the connection URL."),

    // TLS
    TLS_NOT_OFFERED(
            DATABASE,
            "The server at {address}:{port} offers no TLS (ssl=off, or a pooler without it), and sslmode={sslmode} demands it.",
            "psql -h {host} -p {port} -U {user} -d {database} -c 'SHOW ssl'    # with PGSSLMODE=disable",
            "Set ssl=on with a certificate on the server; a weaker sslmode would send everything in the clear."),
    TLS_DEMANDED(
            APPLICATION,
            "What answers at {address}:{port} takes only encrypted connections, and this one is not.",
            "psql \"host={host} port={port} user={user} dbname={database} sslmode=require\" -c 'SELECT 1'",
            "Set sslmode=require or stricter in the connection URL."),
    CLIENT_CERTIFICATE_MISSING(
            APPLICATION,
            "The server wants a certificate of this client, and none was shown.",
            "psql -p {port} -c \"SELECT * FROM pg_hba_file_rules WHERE auth_method = 'cert' OR options::text LIKE '%clientcert%'\"    # on {host}",
            "Set sslcert and sslkey to the certificate and key that were issued for {user}."),
    CLIENT_CERTIFICATE_REFUSED(
            SECURITY,
            "The server refused the certificate of this client: it expired, its authority is not in the server's"
                    + " ssl_ca_file, its name does not stand for {user}, or sslkey is the key of another certificate.",
            "openssl x509 -in {sslcert} -noout -subject -issuer -dates -pubkey; openssl pkey -in {sslkey} -pubout    # the same key twice?",
            "Issue a certificate with CN={user} by an authority in ssl_ca_file, or map its name in pg_ident.conf."),
    TLS_HANDSHAKE_FAILED(
            SECURITY,
            "The TLS handshake with {address}:{port} failed: no protocol version or cipher in common, or a broken peer.",
            "openssl s_client -starttls postgres -connect {host}:{port} < /dev/null",
            "Compare ssl_min_protocol_version and ssl_ciphers of the server with what this client allows."),
    TLS_UNANSWERED(
            NETWORK,
            "The server at {address}:{port} agreed to TLS, and then the handshake fell silent: a firewall that inspects"
                    + " traffic swallows it, or whoever ends the TLS is frozen or has no server behind it.",
            "openssl s_client -starttls postgres -connect {host}:{port} < /dev/null    # how far does it get?",
            "Let TLS to port {port} through without inspection; if nothing inspects it, look at the process that ends the TLS."),
    TLS_HUNG_UP(
            NETWORK,
            "What answers at {address}:{port} agreed to TLS and then hung up in the middle of the handshake, without an alert:"
                    + " a TLS-ending proxy without a certificate or server for {host}, a filter on the name or address, or a"
                    + " process that died.",
            "openssl s_client -starttls postgres -connect {host}:{port} -servername {host} < /dev/null",
            "Look at the log of whatever ends the TLS at {host}; probe the server behind it by its own address."),
    CERTIFICATE_EXPIRED(
            SECURITY,
            "The server's certificate has expired. Clients with sslmode=require do not notice; those that verify all fail.",
            "openssl s_client -starttls postgres -connect {host}:{port} < /dev/null | openssl x509 -noout -dates",
            "Renew the certificate and reload the server (pg_ctl reload); no restart is needed."),
    CERTIFICATE_NOT_YET_VALID(
            SECURITY,
            "The server's certificate is not valid yet: it was issued for later, or a clock is wrong.",
            "date -u; openssl s_client -starttls postgres -connect {host}:{port} < /dev/null | openssl x509 -noout -dates",
            "Correct the clock of this machine, or install the certificate of the present."),
    CERTIFICATE_UNKNOWN_AUTHORITY(
            SECURITY,
            "The server's certificate is not signed by an authority in the root certificate file of this client.",
            "openssl s_client -starttls postgres -connect {host}:{port} -showcerts < /dev/null",
            "Put the authority that signed it into sslrootcert, or install a certificate of the known authority."),
    CERTIFICATE_NAME_MISMATCH(
            SECURITY,
            "The server's certificate is for another name than {host}.",
            "openssl s_client -starttls postgres -connect {host}:{port} < /dev/null | openssl x509 -noout -ext subjectAltName",
            "Connect by a name in the certificate, or issue one that lists {host}."),
    CLIENT_KEY_UNREADABLE(
            APPLICATION,
            "The client's certificate or key cannot be read: a missing file, another format than the driver takes, or"
                    + " another password than the key's.",
            "ls -lL {sslcert} {sslkey}; openssl pkey -in {sslkey} -inform DER -noout",
            "Point sslcert and sslkey to readable files (PKCS #8 as DER, PEM or PKCS #12), and give sslpassword for an"
                    + " encrypted key."),
    DIRECT_TLS_NOT_SPOKEN(
            APPLICATION,
            "The server at {address}:{port} does not take a TLS handshake that comes without asking: it is older than"
                    + " PostgreSQL 17, has ssl=off, or is a pooler that does not speak it.",
            "openssl s_client -connect {host}:{port} -alpn postgresql < /dev/null",
            "Leave sslNegotiation=direct out of the connection URL."),
    ROOT_CERTIFICATE_UNREADABLE(
            APPLICATION,
            "sslmode={sslmode} needs a root certificate file, and it cannot be read.",
            "ls -lL {sslrootcert}",
            "Set sslrootcert to a readable PEM file with the authority's certificate."),

    // authenticate
    HBA_NO_ENTRY(
            DATABASE,
            "pg_hba.conf has no line for this client's address, user {user}, database {database} and encryption.",
            "psql -p {port} -c 'SELECT * FROM pg_hba_file_rules' && tail /var/lib/postgresql/*/log/*    # on {host}",
            "Add a line for this client to pg_hba.conf and reload (SELECT pg_reload_conf())."),
    HBA_NO_ENTRY_WITHOUT_TLS(
            SECURITY,
            "pg_hba.conf has no line for this client without encryption; there may be a hostssl line for it.",
            "psql \"host={host} port={port} user={user} dbname={database} sslmode=require\" -c 'SELECT 1'",
            "Set sslmode=require or stricter in the connection URL."),
    HBA_REJECTS(
            SECURITY,
            "A line in pg_hba.conf rejects this client's address, user {user} or database {database} on purpose.",
            "psql -p {port} -c \"SELECT * FROM pg_hba_file_rules WHERE auth_method = 'reject'\"    # on {host}",
            "Connect from an allowed address or as an allowed user, or move the reject line."),
    PASSWORD_REFUSED(
            APPLICATION,
            "The server refused the password of {user}. It says the same for a wrong password, a role that does not"
                    + " exist, a password past VALID UNTIL, and a stored hash of another kind.",
            "psql -p {port} -c \"SELECT rolname, rolcanlogin, rolvaliduntil, left(rolpassword, 4) FROM pg_authid WHERE rolname = '{user}'\"    # on {host}, as superuser",
            "Give the application the present password, or set it again with \\password {user}."),
    PASSWORD_MISSING(
            APPLICATION,
            "The server asks for a password, and none was given.",
            "env | cut -d= -f1 | grep -i pass",
            "Give the password through the environment or ~/.pgpass."),
    ROLE_UNKNOWN(
            APPLICATION,
            "There is no role {user} on this server: a misspelt user, or another server than meant.",
            "psql -p {port} -c '\\du'    # on {host}",
            "Correct the user in the connection settings, or CREATE ROLE {user} LOGIN."),
    ROLE_CANNOT_LOG_IN(
            DATABASE,
            "The role {user} exists, but has NOLOGIN.",
            "psql -p {port} -c '\\du {user}'    # on {host}",
            "ALTER ROLE {user} LOGIN, or connect as a role meant for log-in."),
    IDENTITY_SERVICE_REFUSED(
            SECURITY,
            "The server asked another service who {user} is (LDAP, PAM, RADIUS, ident, GSSAPI, OAuth), and that one did"
                    + " not vouch: it refused, or could not be asked.",
            "tail /var/lib/postgresql/*/log/*    # on {host}; the line before the refusal has the service's answer",
            "Act on the service's answer; for roles of applications prefer scram-sha-256, which asks nobody."),
    IDENTITY_SERVICE_SILENT(
            SECURITY,
            "The server asked for the password in the clear, as it does to hand it on to LDAP, PAM or RADIUS, and gives no"
                    + " verdict on it: that service is slow or out of reach. Every new log-in of such a user waits; sessions"
                    + " that are open go on.",
            "psql -p {port} -c \"SELECT line_number, auth_method, options FROM pg_hba_file_rules WHERE auth_method IN ('ldap', 'pam', 'radius', 'bsd', 'password')\"    # on {host}; then time the service named there",
            "Restore the service that the line of pg_hba.conf names, or the way from {host} to it; for roles of applications"
                    + " prefer scram-sha-256, which asks nobody."),
    AUTHENTICATION_REFUSED(
            SECURITY,
            "The server refused the log-in of {user}, for the reason in its words.",
            "tail /var/lib/postgresql/*/log/*    # on {host}; the log says more than the client may know",
            "Act on the server's words; its log has the detail."),
    CHANNEL_BINDING_NOT_OFFERED(
            SECURITY,
            "The client insists on channel binding, and {address}:{port} does not offer it. PostgreSQL does over TLS with"
                    + " scram-sha-256; a pooler or proxy that ends the TLS does not.",
            "psql \"host={host} port={port} user={user} dbname={database} sslmode=require channel_binding=require\" -c 'SELECT 1'",
            "Connect past whatever ends the TLS, or give this client a scram-sha-256 line, or set channelBinding=prefer."),
    AUTHENTICATION_METHOD_UNSUPPORTED(
            SECURITY,
            "The server asks for a way of authentication that this client cannot do here.",
            "psql -p {port} -c 'SELECT * FROM pg_hba_file_rules'    # on {host}",
            "Give this client a scram-sha-256 line in pg_hba.conf."),
    SCRAM_ITERATIONS_REFUSED(
            APPLICATION,
            "The password of {user} is stored with more iterations of SCRAM than the driver for Java is willing to compute"
                    + " (scramMaxIterations, 100,000 unless set). Other drivers may log in, slowly.",
            "psql -p {port} -c \"SELECT rolname, split_part(split_part(rolpassword, '$', 2), ':', 1) FROM pg_authid WHERE rolname = '{user}'\"    # on {host}, as superuser",
            "Lower scram_iterations (4096 is the default) and set the password again; or raise scramMaxIterations in the"
                    + " connection URL."),
    NOTICE_BEFORE_LOG_IN(
            DATABASE,
            "What answers at {address}:{port} sends a notice before it asks who we are. The protocol allows that and psql"
                    + " reads over it, but the driver for Java breaks off (\"Protocol error. Session setup failed.\").",
            "psql -h {host} -p {port} -U {user} -d {database} -c 'SELECT 1'    # works, and shows the notice",
            "Switch the notice off where it comes from, a pooler or proxy between; or connect past that."),
    PASSWORD_EXPIRED(
            DATABASE,
            "The role {user} exists and may log in, but its password is past VALID UNTIL, as another login on the same server"
                    + " sees. To {user} itself the server only says that the password failed.",
            "psql -p {port} -c \"SELECT rolname, rolvaliduntil FROM pg_roles WHERE rolname = '{user}'\"    # on {host}",
            "ALTER ROLE {user} VALID UNTIL a later date, with a new password if that was the point; or 'infinity' for roles"
                    + " of applications."),
    LOG_IN_UNANSWERED(
            DATABASE,
            "The log-in was taken up and then not answered: a catalogue is locked, the server waits for a name server"
                    + " (host names in pg_hba.conf, log_hostname) or another service, a log-in trigger hangs, or a pooler has"
                    + " no server connection to give.",
            "psql -p {port} -U postgres -c \"SELECT pid, query_start, query FROM pg_stat_activity WHERE state <> 'idle'\"    # on {host}; on a pooler: SHOW POOLS",
            "End the session that holds the lock (VACUUM FULL of a catalogue, LOCK); write addresses in place of names;"
                    + " disable the trigger with event_triggers=off; RESUME the pooler."),

    CLOSED_AT_LOG_IN(
            DATABASE,
            "What answers at {address}:{port} took up the conversation and hung up when it heard who we are, without a word"
                    + " of reason. PostgreSQL gives a reason: so a pooler or proxy has no live server behind it, or none for"
                    + " {user} and {database}; or the process that served us died.",
            "tail /var/lib/postgresql/*/log/* /var/log/postgresql/*    # on {host}: the server's and the pooler's log at this second",
            "Look at the servers behind the pooler or proxy; if there is none, find why the process died, in the server's log."),

    // session
    DATABASE_UNKNOWN(
            APPLICATION,
            "There is no database {database} on this server: a misspelt name, or another server than meant.",
            "psql -h {host} -p {port} -U {user} -d postgres -c '\\l'",
            "Correct the database in the connection URL, or create it."),
    DATABASE_CLOSED(
            DATABASE,
            "The database {database} does not accept connections at present (ALLOW_CONNECTIONS false, or being dropped).",
            "psql -p {port} -d postgres -c \"SELECT datallowconn FROM pg_database WHERE datname = '{database}'\"    # on {host}",
            "ALTER DATABASE {database} ALLOW_CONNECTIONS true."),
    DATABASE_INVALID(
            DATABASE,
            "The database {database} is invalid: a DROP DATABASE of it was broken off, and what is left cannot be used.",
            "psql -p {port} -d postgres -c \"SELECT datname FROM pg_database WHERE datconnlimit = -2\"    # on {host}",
            "Finish it with DROP DATABASE {database}; if its data is still wanted, restore it from a backup."),
    DATABASE_FILES_MISSING(
            DATABASE,
            "The catalogue knows the database {database}, but its files are gone: deleted, or on a disk or tablespace that"
                    + " is not mounted.",
            "findmnt; ls -l /var/lib/postgresql/*/main/base /var/lib/postgresql/*/main/pg_tblspc    # on {host}",
            "Mount what is missing before anything else; if the files are deleted, stop the server and restore a backup."),
    DATABASE_LOCALE_MISSING(
            PLATFORM,
            "The operating system under the server lacks the locale with which {database} was created; most often it was"
                    + " upgraded, or the image changed.",
            "locale -a; psql -p {port} -d postgres -c \"SELECT datname, datcollate, datctype FROM pg_database\"    # on {host}",
            "Install that locale on the server's machine and restart it; do not re-create the database for this."),
    DATABASE_DROPPED(
            DATABASE,
            "The database {database} was dropped while the session was open; a standby tells its sessions so when it"
                    + " replays the DROP.",
            "psql -h {host} -p {port} -U {user} -d postgres -c '\\l'",
            "Find who dropped it, in the primary's log, before anybody creates it again."),
    CONNECT_PRIVILEGE_MISSING(
            DATABASE,
            "The role {user} lacks the CONNECT privilege on the database {database}.",
            "psql -p {port} -d postgres -c '\\l {database}'    # on {host}",
            "GRANT CONNECT ON DATABASE {database} TO {user}."),
    ROLE_CONNECTION_LIMIT(
            DATABASE,
            "The role {user} holds as many connections as its own CONNECTION LIMIT allows; the server has others left.",
            "psql -p {port} -c \"SELECT application_name, client_addr, count(*) FROM pg_stat_activity WHERE usename = '{user}' GROUP BY 1, 2\"    # on {host}",
            "Lower the sum of the pools that use {user}, or ALTER ROLE {user} CONNECTION LIMIT."),
    DATABASE_CONNECTION_LIMIT(
            DATABASE,
            "The database {database} holds as many connections as its own CONNECTION LIMIT allows; the server has others left.",
            "psql -p {port} -d postgres -c \"SELECT application_name, usename, count(*) FROM pg_stat_activity WHERE datname = '{database}' GROUP BY 1, 2\"    # on {host}",
            "Lower the sum of the pools on {database}, or ALTER DATABASE {database} CONNECTION LIMIT."),
    CONNECTION_SLOTS_USED_UP(
            DATABASE,
            "All connection slots of the server (max_connections) are taken, the reserved ones, too.",
            "ps -C postgres -o pid,etimes,args    # on {host}; each backend shows user, database and client",
            "End idle sessions, lower the sum of all pools below max_connections, or put a pooler in between."),
    ONLY_RESERVED_SLOTS_LEFT(
            DATABASE,
            "All ordinary connection slots are taken; those left are reserved for superusers or pg_use_reserved_connections.",
            "psql -p {port} -U postgres -c 'SELECT usename, application_name, client_addr, state, count(*) FROM pg_stat_activity GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC'    # on {host}",
            "End the sessions of the largest holder, lower the sum of all pools below max_connections, or put a pooler in between."),
    TOO_MANY_CONNECTIONS(
            DATABASE,
            "A limit on connections is reached; the server's words say which.",
            "psql -p {port} -U postgres -c 'SELECT usename, datname, count(*) FROM pg_stat_activity GROUP BY 1, 2'    # on {host}",
            "Lower the sum of the pools below the limit."),
    POOLER_FULL(
            DATABASE,
            "The pooler at {address}:{port} has as many clients as it may take (max_client_conn and its like).",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW CLIENTS'",
            "Lower the sum of the applications' pools, or raise max_client_conn and the pooler's limit of open files."),
    POOLER_WAIT_TIMED_OUT(
            DATABASE,
            "The pooler at {address}:{port} had no server connection to give within its query_wait_timeout: its pool is in"
                    + " use by others or paused, or the server behind it is down or refuses the pooler.",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW POOLS'    # cl_waiting, sv_active, sv_login, maxwait",
            "With sv_login and no sv_active, probe the server past the pooler; else end the transactions that hold the server connections, RESUME a paused pool, or raise default_pool_size within max_connections."),
    POOLER_KEEPS_WAITING(
            DATABASE,
            "A pooler or proxy at {address}:{port} let {user} in and then has no server connection to give, without a word: the"
                    + " server behind it is down, out of reach or refuses the pooler's log-in, the pool is in use by others, or"
                    + " somebody has paused it.",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW POOLS' -c 'SHOW DATABASES'    # cl_waiting, sv_login, sv_active; paused",
            "Probe the server past the pooler, at the host and port of SHOW DATABASES: mend what that names; if it is well, RESUME"
                    + " the pool or end the transactions that hold its connections. A shorter query_wait_timeout makes the pooler say"
                    + " why."),
    POOLER_WITHOUT_SERVER(
            DATABASE,
            "The pooler at {address}:{port} answers, but cannot get a connection to the server behind it.",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW SERVERS'",
            "Look at the server behind the pooler; probe it by its own address."),
    POOLER_LOG_IN_REFUSED(
            DATABASE,
            "The pooler at {address}:{port} let {user} in and passed on that the server refused the pooler's own log-in.",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW DATABASES'; tail /var/log/postgresql/pgbouncer.log",
            "Give the pooler the present password (auth_file, or password= of its database line) and RELOAD it."),
    POOLER_NOT_IN_HBA(
            DATABASE,
            "The pooler at {address}:{port} let {user} in, and pg_hba.conf of the server behind it does not let the pooler in: the"
                    + " host in the words is the pooler's own, as that server sees it.",
            "psql -U postgres -c 'SELECT line_number, type, database, user_name, address, auth_method FROM pg_hba_file_rules'    # on the server behind {host}",
            "Add a line for the pooler's address to pg_hba.conf of the server and reload; where only hostssl lines would fit, set the"
                    + " pooler's server_tls_sslmode=require."),
    POOLER_PASSWORD_REFUSED(
            APPLICATION,
            "The pooler at {address}:{port} refused {user}: it keeps a list of its own (auth_file, auth_query), in which the"
                    + " user is missing or has another password. The server was not asked.",
            "grep -c '^\"{user}\"' /etc/pgbouncer/userlist.txt    # on {host}",
            "Give the application the present password, or bring the pooler's list up to date and RELOAD it."),
    TENANT_UNKNOWN(
            APPLICATION,
            "The proxy at {address}:{port} stands before the databases of many, and this log-in does not tell it which is meant,"
                    + " or names one that it does not know: the name of the user, of the host or an option has to say it.",
            "getent ahosts {host}    # then compare host, port and user, letter by letter, with the provider's connection string",
            "Copy the provider's connection string: with Supabase's shared pooler the user is ROLE.PROJECT and the host that of the"
                    + " project's region and cluster; with Neon the driver sends the host's name by TLS (SNI), or options name the"
                    + " endpoint."),
    POOLER_REJECTS_LOG_IN(
            SECURITY,
            "A rule of the pooler at {address}:{port} (auth_hba_file) lets this client, user {user} or database {database}"
                    + " not in.",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW CONFIG' | grep hba",
            "Add a line for this client to the pooler's auth_hba_file and RELOAD it."),
    POOLER_CONSOLE(
            APPLICATION,
            "{database} at {address}:{port} is no database but the pooler's console: it holds no tables, and takes only those"
                    + " whom admin_users and stats_users name.",
            "psql -h {host} -p {port} -U {user} -l; grep -A 20 '^\\[databases\\]' /etc/pgbouncer/pgbouncer.ini    # on {host}",
            "Correct the database in the connection URL; for monitoring, name {user} in stats_users of pgbouncer.ini."),
    POOLER_DATABASE_UNKNOWN(
            DATABASE,
            "The pooler at {address}:{port} has no database line for {database}, or one that leads to a database that its server"
                    + " does not have; whether the server has {database} is not known by that.",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW DATABASES'    # name, host, port, database",
            "Correct the database in the connection URL, or its line in the pooler's [databases], and RELOAD."),
    POOLER_DATABASE_DISABLED(
            DATABASE,
            "Somebody has shut the database {database} at the pooler (DISABLE); the server behind it may be fine.",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW DATABASES'    # column disabled",
            "ENABLE {database} on the pooler's console, once it is known why it was disabled."),
    STARTUP_PARAMETER_REFUSED(
            APPLICATION,
            "The server or pooler refused a parameter that the client sent when it opened the session.",
            "psql -h {host} -p {port} -U {user} -d {database} -c 'SELECT 1'",
            "Remove the parameter named in the server's words, or add it to the pooler's ignore_startup_parameters."),
    SESSION_LIBRARY_MISSING(
            DATABASE,
            "Every new session of this role or database loads a library that the server does not have"
                    + " (session_preload_libraries or local_preload_libraries).",
            "psql -p {port} -U postgres -c 'SELECT * FROM pg_db_role_setting'    # on {host}",
            "Install the library's package for this server version, or RESET the setting where it is set."),
    LOG_IN_TRIGGER_FAILED(
            DATABASE,
            "A trigger that runs at each log-in to {database} raised an error, so nobody but superusers gets in.",
            "psql -p {port} -U postgres -d {database} -c \"SELECT evtname, evtfoid::regproc FROM pg_event_trigger WHERE evtevent = 'login'\"    # on {host}",
            "ALTER EVENT TRIGGER … DISABLE, then mend its function; event_triggers=off lets a superuser in meanwhile."),

    // life of the server
    STARTING_UP(
            DATABASE,
            "The server is starting up, or replaying WAL after a crash; it will accept connections by itself.",
            "tail -f /var/lib/postgresql/*/log/*    # on {host}; the log shows the progress of the replay",
            "Wait and retry; this one ends without help."),
    SHUTTING_DOWN(
            DATABASE,
            "The server is shutting down. A smart shutdown keeps old sessions and refuses new ones, which looks like a pool that cannot grow.",
            "ps -C postgres -o pid,stat,args    # on {host}",
            "Find who stopped it; end the remaining sessions, or start it again."),
    CRASH_RECOVERY(
            DATABASE,
            "A backend crashed (or was killed, by the out-of-memory killer for one), so the server ended all sessions and is recovering.",
            "journalctl -k | grep -i 'out of memory'; tail /var/lib/postgresql/*/log/*    # on {host}",
            "Wait and retry; then find the backend that died, in the server's log."),
    HOT_STANDBY_OFF(
            DATABASE,
            "This standby replays WAL but accepts no connections, by its setting hot_standby=off.",
            "grep -n hot_standby /etc/postgresql/*/*/postgresql.conf    # on {host}",
            "Connect to the primary, or set hot_standby=on and restart the standby."),
    STANDBY_NOT_CONSISTENT(
            DATABASE,
            "This standby has not replayed enough WAL to be read from; without new WAL it stays so for ever.",
            "tail /var/lib/postgresql/*/log/*    # on {host}; does it ask for a WAL segment again and again?",
            "Give it the WAL it asks for (restore_command, primary_conninfo), or copy it anew from the primary."),
    NOT_ACCEPTING_CONNECTIONS(
            DATABASE,
            "The server runs, but does not accept connections at present; its words say why.",
            "tail /var/lib/postgresql/*/log/*    # on {host}",
            "Act on the server's words."),
    TERMINATED_BY_ADMINISTRATOR(
            DATABASE,
            "The server ended our session on command: a shutdown, pg_terminate_backend, or a failover tool.",
            "tail /var/lib/postgresql/*/log/*    # on {host}",
            "Find who gave the command; reconnecting is right."),
    SESSION_TIME_LIMIT(
            DATABASE,
            "The server ended the session because it was idle, or in one transaction, for longer than a limit of the server"
                    + " allows (idle_session_timeout, idle_in_transaction_session_timeout, transaction_timeout).",
            "psql -p {port} -U postgres -c 'SELECT * FROM pg_db_role_setting'    # on {host}; then SHOW of the limit named below",
            "Set the pool's idle and keep-alive times below the limit, or raise the limit for this role."),
    STATEMENT_CANCELLED(
            DATABASE,
            "The server broke our question off: it ran longer than statement_timeout allows, or somebody cancelled it.",
            "psql -h {host} -p {port} -U {user} -d {database} -c 'SHOW statement_timeout'",
            "Find out why so small a question takes so long; then see whether the limit of {user} is meant to be so short."),
    RECOVERY_CONFLICT(
            DATABASE,
            "The standby broke our question off because replay needed what it was reading; this looks like a serialization"
                    + " failure, and a retry is right.",
            "psql -h {host} -p {port} -U {user} -d {database} -c 'SELECT * FROM pg_stat_database_conflicts'",
            "Raise max_standby_streaming_delay, or set hot_standby_feedback=on, or send long queries elsewhere."),
    SERVER_OUT_OF_MEMORY(
            PLATFORM,
            "The server has no memory left for a session: the machine's, the container's, or its own shared memory.",
            "free -m; cat /sys/fs/cgroup/memory.max; tail /var/lib/postgresql/*/log/*    # on {host}",
            "Lower the number of connections or work_mem, or give the server more memory."),
    SERVER_CANNOT_FORK(
            PLATFORM,
            "The server could not start a process for this connection: the machine or the container has no memory or no"
                    + " process left to give.",
            "cat /sys/fs/cgroup/pids.max /sys/fs/cgroup/pids.current; ulimit -u; free -m    # on {host}",
            "End idle sessions; raise the limit of processes (pids.max, LimitNPROC, TasksMax) or the memory."),
    SERVER_DISK_FULL(
            DATABASE,
            "The server met a full disk or a full /dev/shm; its words say which file it was writing.",
            "df -h /var/lib/postgresql /dev/shm; du -sh /var/lib/postgresql/*/main/pg_wal    # on {host}",
            "Make room without deleting anything in pg_wal: first look for replication slots that hold WAL back."),
    DATA_DAMAGED(
            DATABASE,
            "The server read a page or an index that makes no sense: data on its disk is damaged.",
            "psql -p {port} -d {database} -c 'SELECT datname, checksum_failures FROM pg_stat_database'; dmesg | tail    # on {host}",
            "Stop writing, copy the data directory aside, then fail over or restore; REINDEX only when the table is sound."),

    DEADLINE_TOO_SHORT(
            APPLICATION,
            "The whole ladder's deadline passed before this step had half of its own time, so nothing can be said about it.",
            "taut probe --timeout 30s",
            "Look at the times of the earlier steps; give the ladder more time to see which one is at fault."),

    MACHINE_TOO_BUSY(
            PLATFORM,
            "The time for this step went into this machine's own work, and the server waited for us: the process gets too"
                    + " little processor time (a throttled container, an overloaded machine), or the password of {user} is"
                    + " hashed very often.",
            "cat /proc/pressure/cpu; cat /sys/fs/cgroup/cpu.stat | grep throttled; nproc    # on this machine",
            "Give this process more processor time, or lower scram_iterations and set the password again; then probe again:"
                    + " nothing is known of the server yet."),

    // query and role
    CONNECTION_LOST(
            NETWORK,
            "The connection broke in the middle of the conversation: something on the path cut it, or the server process died.",
            "tail /var/lib/postgresql/*/log/*    # on {host}; nothing logged at this second means the path cut it",
            "If the server logged a crash, mend that; if not, look at the devices between."),
    PATH_FELL_SILENT(
            NETWORK,
            "{address}:{port} answered until a moment ago, and now neither the open connection nor a new one gets anywhere: a"
                    + " route or firewall changed in between, the network is cut, or the machine went down.",
            "ping -c 3 {address}; ip route get {address}; nc -vz -w 3 {address} {port}",
            "Restore the way to {address}; if the machine is down, start it or fail over."),
    LARGE_PACKETS_LOST(
            NETWORK,
            "Small packets pass between here and {address}:{port}, and large ones vanish: a tunnel, VPN or overlay network on"
                    + " the way takes fewer bytes than this machine's interface, and its notice of that (ICMP) is dropped.",
            "ip route get {address}; ping -M do -s 1472 {address}; tracepath -n {address}    # find the largest that passes",
            "Let ICMP \"fragmentation needed\" through, or lower the MTU of the interface, or clamp the MSS on the tunnel"
                    + " (TCPMSS --clamp-mss-to-pmtu)."),
    PROTOCOL_VIOLATED(
            NETWORK,
            "After a proper beginning, something came that is no message of PostgreSQL's protocol: a proxy or firewall between"
                    + " puts in bytes of its own, or a pooler has mixed up the answers of two sessions.",
            "psql -h {host} -p {port} -U {user} -d {database} -c 'SELECT 1'; getent ahosts {host}",
            "Probe the server past what stands between; update or take out whatever changes the bytes, and use TLS, which"
                    + " nobody on the way can write into."),
    QUESTION_NOT_PERMITTED(
            DATABASE,
            "The role {user} may not ask or do what every role may on a server as it is installed: somebody has taken the"
                    + " privilege from PUBLIC. The connection itself is well.",
            "psql -p {port} -U postgres -d {database} -c '\\dp pg_catalog.pg_(database|roles|settings|stat_activity)'    # on {host}; for functions: \\df+",
            "In database {database}, GRANT TO {user} what the words name (SELECT on a view, EXECUTE on a function), or probe with"
                    + " a role of its own that is a member of pg_monitor and has it."),
    STEP_TIMED_OUT(
            DATABASE,
            "The server answered the earlier steps and then did not answer this one in time: the session waits there, the"
                    + " machine is overloaded, or a pooler in between has no server connection to give (paused, all in use).",
            "psql -p {port} -c 'SELECT pid, state, wait_event_type, wait_event, query FROM pg_stat_activity'    # on {host}",
            "Look at what the session waits for; if none is there, at the pooler (SHOW POOLS) or at what cut the path."),
    STANDBY_WHERE_PRIMARY_EXPECTED(
            DATABASE,
            "{host} is a standby; writes sent to it fail with 25006.",
            "psql -h {host} -p {port} -U postgres -c 'SELECT status, sender_host, sender_port FROM pg_stat_wal_receiver'    # where its primary is",
            "Point {host} at the present primary, or list all servers with targetServerType=primary."),
    PRIMARY_WHERE_STANDBY_EXPECTED(
            DATABASE,
            "{host} is a primary, and a standby is expected: it was promoted, or the address was moved.",
            "psql -h {host} -p {port} -U postgres -c 'SELECT application_name, client_addr, state FROM pg_stat_replication'    # who follows it",
            "If another primary is alive, stop one of the two at once; else correct the address."),
    READ_ONLY_BY_SETTING(
            DATABASE,
            "{host} is a primary, but sessions are read-only by default_transaction_read_only: set by a disk guard, an"
                    + " operator or a migration. Writes fail with 25006 as on a standby.",
            "psql -p {port} -c \"SELECT setting, source, sourcefile, sourceline FROM pg_settings WHERE name = 'default_transaction_read_only'\"    # on {host}",
            "Find out why it was set; then reset it where `source` says (ALTER SYSTEM, ALTER ROLE, ALTER DATABASE)."),

    // write
    COMMIT_WAITS_FOR_STANDBY(
            DATABASE,
            "The server writes, but a commit does not return: it waits for a synchronous standby that does not confirm."
                    + " Every writing transaction hangs like this; reads do not, and statement_timeout does not end it.",
            "psql -p {port} -U postgres -c 'SHOW synchronous_standby_names' -c 'SELECT application_name, state, sync_state, replay_lag FROM pg_stat_replication'    # on {host}",
            "Bring the standby back, or take it out of synchronous_standby_names and reload: waiting commits then return."),
    WRITE_WAITS_FOR_LOCK(
            DATABASE,
            "The server answers questions, but a write waits for a lock on the catalogue that another session holds: a"
                    + " transaction with DDL that was left open, VACUUM FULL or LOCK.",
            "psql -p {port} -U postgres -d {database} -c \"SELECT pid, application_name, state, xact_start, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks WHERE granted AND mode = 'AccessExclusiveLock')\"    # on {host}",
            "End the session that holds the lock (pg_terminate_backend), once it is known what it does; give migrations a"
                    + " lock_timeout."),
    POOLER_FORBIDS_TRANSACTIONS(
            DATABASE,
            "The pooler at {address}:{port} pools single statements (pool_mode=statement) and refuses transactions, which"
                    + " every framework needs as soon as it writes.",
            "psql -h {host} -p {port} -d pgbouncer -c 'SHOW DATABASES'    # column pool_mode",
            "Set pool_mode=transaction for {database}, or send this client to a database line that has it."),

    // anything else
    SERVER_ERROR(
            DATABASE,
            "The server refused with an error that this ladder has no more exact name for; its words and SQLSTATE are below.",
            "tail /var/lib/postgresql/*/log/*    # on {host}",
            "Look the SQLSTATE up in the PostgreSQL manual, appendix A.");

    private final Owner owner;
    private final String cause;
    private final String next;
    private final String fix;

    FailureKind(Owner owner, String cause, String next, String fix) {
        this.owner = owner;
        this.cause = cause;
        this.next = next;
        this.fix = fix;
    }

    public Owner owner() {
        return owner;
    }

    String cause() {
        return cause;
    }

    String next() {
        return next;
    }

    String fix() {
        return fix;
    }

    /// What it means, its look-alikes and who mends it, in Markdown.
    public String page() {
        return PackagedPages.of(FailureKind.class, id())
                .orElseThrow(() -> new IllegalStateException("the page of " + id() + " is not packaged"));
    }

    /// The kind with this stable name.
    public static Optional<FailureKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /// The stable name for files, URLs and JSON: `connection-refused`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
