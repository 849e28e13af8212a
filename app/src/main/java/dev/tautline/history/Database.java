package dev.tautline.history;

import dev.tautline.alert.quiet.Silence;
import dev.tautline.incident.Incident;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// The history's file, opened: its tables, and the transactions over them. Not thread-safe: whoever has it is the only
/// writer.
final class Database implements AutoCloseable {
    private static final List<String> SCHEMA = List.of(
            IncidentTable.SCHEMA,
            UsualTable.SCHEMA,
            SeasonTable.SCHEMA,
            GuardTable.SCHEMA,
            DeliveryTable.SCHEMA,
            SilenceTable.SCHEMA);

    private final Connection connection;
    private final IncidentTable incidents;
    private final UsualTable usual;
    private final SeasonTable seasons;
    private final GuardTable guard;
    private final DeliveryTable deliveries;
    private final SilenceTable silences;

    private Database(Connection connection) {
        var sql = new Sql(connection);
        this.connection = connection;
        this.incidents = new IncidentTable(sql);
        this.usual = new UsualTable(sql);
        this.seasons = new SeasonTable(sql);
        this.guard = new GuardTable(sql);
        this.deliveries = new DeliveryTable(sql);
        this.silences = new SilenceTable(sql);
    }

    /// @throws SQLException also when the file is damaged
    static Database open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // What people are told must be on the disk first (sqlite.org/pragma.html#pragma_synchronous).
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(2000);
        // Nobody asks for them, and each would be a query after each insert.
        config.setGetGeneratedKeys(false);
        var database = new Database(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
        try {
            database.prepare();
        } catch (SQLException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private void prepare() throws SQLException {
        try (var statement = connection.createStatement();
                var check = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!check.next() || !"ok".equals(check.getString(1))) {
                throw new SQLException("damaged", "", Damage.CORRUPT);
            }
        }
        var sql = new Sql(connection);
        for (var table : SCHEMA) {
            sql.execute(table);
        }
        connection.setAutoCommit(false);
    }

    Past past() throws SQLException {
        var lastSeen = guard.lastSeen();
        return new Past(
                incidents.newest(),
                new Usual(usual.all(), seasons.all()),
                deliveries.known(lastSeen),
                silences.all(),
                lastSeen);
    }

    /// Writes all or nothing.
    ///
    /// @param learnt null when nothing new was learnt
    /// @param season whether something new was learnt of times and hours, too
    /// @param quiet all silences, null when none has changed
    void write(
            Instant at,
            Collection<Incident> changed,
            @Nullable Usual learnt,
            boolean season,
            Collection<Delivery> sent,
            @Nullable Collection<Silence> quiet)
            throws SQLException {
        try {
            for (var incident : changed) {
                incidents.save(incident);
            }
            for (var delivery : sent) {
                deliveries.save(delivery);
            }
            if (quiet != null) {
                silences.replace(quiet);
            }
            if (learnt != null) {
                usual.replace(learnt.lately());
            }
            if (learnt != null && season) {
                seasons.replace(learnt.seasons());
            }
            guard.seen(at);
            connection.commit();
        } catch (SQLException e) {
            undo(e);
            throw e;
        }
    }

    /// A full disk may have ended the transaction already.
    private void undo(SQLException why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /// Forgets incidents that were over before `limit`, and gives their pages back to later ones.
    void forgetBefore(Instant limit) throws SQLException {
        incidents.forgetBefore(limit);
        deliveries.forgetBefore(limit);
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
