package dev.tautline.diagnosis;

/// Something that is wrong on one subject (an instance or a watched target), whatever the cause.
public record Symptom(Kind kind, String subject, String statement) {
    public enum Kind {
        /// The ladder to a target did not reach its top.
        CANARY_FAILED(true),
        /// A new connection to a target takes very long, and not on its way there.
        CANARY_SLOW(false),
        /// The name of a target stands for several addresses, and one that is not its first does not answer.
        ADDRESS_FAILED(true),
        /// Two nodes of one cluster take writes.
        ROLES_SPLIT(true),
        /// All connections of a pool are in use and somebody waits.
        POOL_EXHAUSTED(true),
        /// Somebody waits for a connection that cannot be opened.
        POOL_STARVED(true),
        /// Calls on open connections fail, and not by the application's doing.
        STATEMENTS_FAILING(true),
        /// Requests end in errors.
        REQUESTS_FAILING(true),
        /// Requests take much longer than usual.
        REQUESTS_SLOW(false),
        /// Many more sessions than usual are in the middle of something on a server.
        SERVER_CONGESTED(false),
        /// Sessions wait for a lock whose holder does nothing.
        SERVER_BLOCKED(false),
        /// A server takes much longer to execute the statements that it always executes.
        SERVER_SLOW(false),
        /// The server itself ends transactions: deadlocks, or readers on a standby that are in the way of recovery.
        SERVER_CANCELS(true),
        /// Each round trip to a target takes many times as long, and none of its clients has an agent.
        PATH_SLOW(false),
        /// Far more transactions than usual are rolled back on a server whose clients have no agent.
        SERVER_ROLLS_BACK(false),
        /// Nothing is slow or fails yet, and something on a server will end badly.
        SERVER_ENDANGERED(false),
        /// Clients wait inside a pooler.
        POOLER_QUEUE(true),
        /// A pooler's console does not answer.
        POOLER_SILENT(true),
        /// An agent that answered before has stopped answering.
        INSTANCE_SILENT(true);

        private final boolean hard;

        Kind(boolean hard) {
            this.hard = hard;
        }

        /// A fact that needs no baseline. A symptom that is not hard must be seen twice in a row to count.
        public boolean hard() {
            return hard;
        }

        /// Nobody suffers from it yet: beside other symptoms it explains nothing.
        public boolean danger() {
            return this == SERVER_ENDANGERED;
        }
    }
}
