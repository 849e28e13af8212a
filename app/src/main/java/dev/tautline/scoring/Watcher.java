package dev.tautline.scoring;

import java.util.List;

/// Somebody who watches a database and pages people. It is told where the database is and nothing of what will happen.
public interface Watcher extends AutoCloseable {
    String name();

    /// Whether it has seen enough of health to tell what is not.
    boolean isReady();

    /// Whether it says that all is well now.
    boolean isCalm();

    /// All pages so far, oldest first.
    List<Page> pages();

    @Override
    void close();
}
