package dev.tautline.lab.statement;

/// Where a connection to the database is cut.
public enum Cut {
    /// The statement never reaches the server.
    BEFORE_STATEMENT("cut before a statement"),
    /// The server has done it, the answer is lost.
    AFTER_STATEMENT("cut after a statement"),
    /// The transaction is committed, and nobody hears of it.
    COMMIT_ANSWER("COMMIT's answer swallowed");

    private final String title;

    Cut(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
