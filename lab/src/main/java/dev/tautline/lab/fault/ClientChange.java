package dev.tautline.lab.fault;

/// One thing that a deployment changes about a client.
public sealed interface ClientChange {
    /// A setting of HikariCP in its own spelling, such as `maximumPoolSize`, with its value as in a properties file
    /// (times in milliseconds).
    record PoolSetting(String name, String value) implements ClientChange {}

    /// A property of the PostgreSQL driver, such as `prepareThreshold`.
    record DriverProperty(String name, String value) implements ClientChange {}

    /// An option of the JVM.
    record JvmOption(String option) implements ClientChange {}

    /// A mistake in the application's code.
    record Bug(Kind kind, double intensity) implements ClientChange {
        public enum Kind {
            /// Connections are borrowed and never given back, so many per minute.
            LEAKS_CONNECTIONS,
            /// Each request asks so many more small queries, one after another.
            MORE_QUERIES,
            /// Each request holds its connection idle in an open transaction for so many milliseconds.
            WORKS_IN_TRANSACTION,
            /// Each request takes so many milliseconds more, without a connection.
            SLOW_PAGES
        }
    }

    /// Nothing: the same again, as any deployment.
    record Nothing() implements ClientChange {}
}
