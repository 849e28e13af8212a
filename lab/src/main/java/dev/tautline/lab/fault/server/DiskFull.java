package dev.tautline.lab.fault.server;

import dev.tautline.lab.Injection;
import dev.tautline.lab.fault.ByteCount;
import dev.tautline.lab.fault.Fault;
import dev.tautline.lab.fault.FaultFailed;
import dev.tautline.lab.fault.Feasibility;
import dev.tautline.lab.fault.Given;
import dev.tautline.lab.fault.Lab;
import dev.tautline.lab.fault.Sql;
import dev.tautline.lab.postgres.Node;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// The volume of the application's tables is full: what needs another page fails, reading goes on.
public record DiskFull(
        @Given(value = "8KB", mild = "2MB", severe = "1B", says = "that are left on the volume")
        ByteCount room) implements Fault {
    private static final String VOLUME = "lab_small_volume";

    /// The volume is in memory.
    private static final long MOST = 256L << 20;

    /// What the tables may grow by while they are moved.
    private static final long MARGIN = 8L << 20;

    private static final String TABLES = """
            select format('%I.%I', relnamespace::regnamespace, relname) from pg_class
            where relkind = 'r' and reltablespace = 0 and relpersistence <> 't'
            and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
            order by oid
            """;

    private static final String SIZE = "select coalesce(sum(pg_table_size(relid)), 0)::bigint from pg_stat_user_tables";

    @Override
    public Injection injectInto(Lab lab) {
        var primary = lab.cluster().primary();
        var database = lab.application().database();
        var tables = primary.queryIn(database, TABLES);
        createTablespace(primary);
        var volume = SmallVolume.over(directory(primary), size(lab) + MARGIN);
        var injection = Injection.healedBy(() -> {
            volume.empty();
            move(primary, database, tables, "pg_default");
            // Only now are the files of the former copies gone.
            primary.execute("checkpoint");
            volume.close();
            primary.execute("drop tablespace " + VOLUME);
        });
        try {
            move(primary, database, tables, VOLUME);
            volume.fill(room.bytes());
            return injection;
        } catch (RuntimeException failure) {
            injection.close();
            throw failure;
        }
    }

    @Override
    public Feasibility feasibleIn(Lab lab) {
        var primary = lab.cluster().primary();
        return SmallVolume.feasible()
                .and(Feasibility.given(
                        primary.query("select 1 from pg_settings where name = 'allow_in_place_tablespaces'")
                                        .size()
                                == 1,
                        "this PostgreSQL has no tablespace inside its data directory"))
                .and(Feasibility.given(
                        !primary.queryIn(lab.application().database(), TABLES).isEmpty(),
                        "the application's database has no table"))
                .and(Feasibility.given(size(lab) <= MOST, "the application's tables are too large for a small volume"));
    }

    private static long size(Lab lab) {
        return Long.parseLong(lab.cluster()
                .primary()
                .queryIn(lab.application().database(), SIZE)
                .getFirst());
    }

    /// Inside the data directory, so that a standby on the same machine has its own.
    private static void createTablespace(Node primary) {
        try (var session = primary.connect("postgres");
                var statement = session.createStatement()) {
            statement.execute("set allow_in_place_tablespaces = on");
            statement.execute("create tablespace " + VOLUME + " location ''");
        } catch (SQLException failure) {
            throw new FaultFailed("Cannot make a tablespace: " + failure.getMessage(), failure);
        }
    }

    private static Path directory(Node primary) {
        var oid = primary.query("select oid::text from pg_tablespace where spcname = " + Sql.text(VOLUME))
                .getFirst();
        return primary.dataDirectory().resolve("pg_tblspc").resolve(oid);
    }

    private static void move(Node primary, String database, List<String> tables, String to) {
        for (var table : tables) {
            primary.executeIn(
                    database,
                    "set lock_timeout = '20s'; alter table if exists %s set tablespace %s".formatted(table, to));
        }
    }
}
