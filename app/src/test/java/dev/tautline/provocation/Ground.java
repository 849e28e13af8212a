package dev.tautline.provocation;

/// On what a diagnosis is provoked.
enum Ground {
    POSTGRESQL("PostgreSQL"),
    PGBOUNCER("PgBouncer"),
    SOCKET("sockets"),
    NAMESPACE("network namespace"),
    /// Not for real: a listener of ours says what a server was heard to say.
    WORDS("recorded words");

    private final String words;

    Ground(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
