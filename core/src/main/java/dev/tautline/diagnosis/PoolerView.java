package dev.tautline.diagnosis;

import java.util.List;

/// A PgBouncer in front of the server, as its admin console tells.
///
/// @param failure why the console does not answer; empty when it does
public record PoolerView(String console, String failure, List<Pool> pools) {
    public PoolerView {
        pools = List.copyOf(pools);
    }

    /// One row of `SHOW POOLS`.
    ///
    /// @param size connections to the server that it may have, within the limit of its database, too
    /// @param serversIdle those that a client could have at once
    /// @param serversOpening server connections that are being opened
    /// @param longestWaitSeconds how long the first client in the queue has waited
    /// @param paused somebody gave `PAUSE`, or the database is disabled: nobody is served
    public record Pool(
            String database,
            String user,
            int clientsActive,
            int clientsWaiting,
            int serversActive,
            int serversIdle,
            int serversOpening,
            int size,
            double longestWaitSeconds,
            String mode,
            boolean paused) {
        /// Clients wait, although a server connection is idle, or there is room for one more and none is being opened:
        /// how a pause of all databases looks, which `SHOW DATABASES` does not tell.
        public boolean withholds() {
            return clientsWaiting > 0 && serversOpening == 0 && (serversIdle > 0 || serversActive < size);
        }

        public String describe() {
            return ("pool %s/%s (%s pooling): %d clients served, %d waiting, the first for %.1f s; %d of %d server"
                            + " connections in use")
                    .formatted(
                            database,
                            user,
                            mode,
                            clientsActive,
                            clientsWaiting,
                            longestWaitSeconds,
                            serversActive,
                            size);
        }
    }
}
