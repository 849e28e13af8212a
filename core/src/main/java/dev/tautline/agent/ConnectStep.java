package dev.tautline.agent;

import dev.tautline.finding.Owner;
import java.util.Locale;

/// The steps that a driver takes to open a connection, as far as its exceptions tell them apart.
enum ConnectStep {
    RESOLVE(Owner.APPLICATION, "check the host name in the URL, then ask the name server: getent hosts HOST"),
    CONNECT(
            Owner.NETWORK,
            "check that the server runs and listens on that address and port, and that no firewall drops packets to it"),
    TLS(Owner.SECURITY, "compare sslmode and sslrootcert with the server's certificate and its ssl setting"),
    AUTHENTICATE(Owner.SECURITY, "check user and password, and the line of pg_hba.conf that matches this client"),
    SESSION(Owner.DATABASE, "read the server's log at this moment: it accepted the client, then refused the session"),
    QUERY(Owner.DATABASE, "read the server's log at this moment: the session was opened, then did not answer");

    private final Owner owner;
    private final String advice;

    ConnectStep(Owner owner, String advice) {
        this.owner = owner;
        this.advice = advice;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// SQLSTATEs name some causes closer than their step does (PostgreSQL 18, Appendix A).
    Owner owner(String sqlState) {
        return switch (sqlState) {
            case "3D000", "28P01" -> Owner.APPLICATION;
            case "28000" -> Owner.SECURITY;
            case "53300", "57P03" -> Owner.DATABASE;
            default -> owner;
        };
    }

    String advice(String sqlState) {
        return switch (sqlState) {
            case "3D000" -> "correct the database name in the URL, or create the database";
            case "28P01" -> "correct the password (or the user) that the application is given; the server refuses it";
            case "28000" -> "let pg_hba.conf admit this user, database and address, with the TLS that it demands";
            case "53300" -> "free or add connection slots: compare max_connections with the sum of all pools' maximum";
            case "57P03" -> "wait until the server has started or finished recovery; its log says how far it is";
            default -> advice;
        };
    }
}
