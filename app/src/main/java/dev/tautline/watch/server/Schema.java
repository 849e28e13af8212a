package dev.tautline.watch.server;

import dev.tautline.watch.server.Question.Asked;
import java.sql.SQLException;
import java.util.Map;

/// What a statement of the application may meet in its database: columns, indexes, constraints, triggers, functions and
/// privileges. Tables of one session only, partitions, and what belongs to an extension are left out.
final class Schema {
    /// Of more columns than this none is told: reading them would take too long.
    private static final int MOST_COLUMNS = 5_000;

    private static final String LASTING = """
        SELECT c.oid, c.relkind, c.relacl, c.relrowsecurity, n.nspname || '.' || c.relname AS name, n.nspname, c.relname
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't'
            AND NOT c.relispartition AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
            AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')\
        """;

    private static final String COLUMNS = """
        SELECT c.name AS relation, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attacl
        FROM lasting c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind <> 'S' AND (SELECT count(*) <= %d FROM lasting c JOIN pg_attribute a ON a.attrelid = c.oid)\
        """.formatted(MOST_COLUMNS);

    private Schema() {}

    /// Something that differs when any of it does, without its definitions.
    static String shape(Asked server) throws SQLException {
        return server.one("""
                WITH lasting AS (%s), columns AS (%s)
                SELECT concat_ws(' ',
                    (SELECT count(*) || ',' || coalesce(sum(indexrelid::bigint), 0) || ','
                            || count(*) FILTER (WHERE NOT indisvalid) FROM pg_index JOIN lasting c ON c.oid = indrelid),
                    (SELECT sum(hashtext(concat_ws(' ', name, relacl, relrowsecurity))::bigint) FROM lasting),
                    (SELECT sum(hashtext(c::text)::bigint) FROM columns c),
                    (SELECT sum(hashtext(concat_ws(' ', oid, conname, convalidated))::bigint)
                     FROM pg_constraint WHERE oid >= 16384),
                    (SELECT sum(hashtext(concat_ws(' ', oid, tgname, tgenabled))::bigint)
                     FROM pg_trigger WHERE oid >= 16384 AND NOT tgisinternal),
                    (SELECT sum(hashtext(concat_ws(' ', oid, proname, proacl, xmin))::bigint)
                     FROM pg_proc WHERE oid >= 16384),
                    (SELECT sum(hashtext(concat_ws(' ', nspname, nspacl))::bigint) FROM pg_namespace
                     WHERE nspname NOT LIKE 'pg\\_%%')) AS shape\
                """.formatted(LASTING, COLUMNS), row -> row.getString("shape"));
    }

    /// As `index orders_customer on public.orders`, with its definition. A lock on one of the tables must not hold us
    /// up.
    static Map<String, String> definitions(Asked server) throws SQLException {
        var connection = server.statement().getConnection();
        connection.setAutoCommit(false);
        try {
            server.statement().execute("SET LOCAL lock_timeout = '50ms'");
            return Fingerprints.map("""
                    WITH lasting AS (%s), columns AS (%s)
                    SELECT 'index ' || i.relname || ' on ' || c.name AS name,
                           pg_get_indexdef(i.oid) || CASE WHEN x.indisvalid THEN '' ELSE ' (invalid)' END AS value
                    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN lasting c ON c.oid = x.indrelid
                    UNION ALL
                    SELECT 'column ' || attname || ' of ' || relation,
                           format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
                    FROM columns
                    UNION ALL
                    SELECT 'constraint ' || conname || ' on ' || c.name,
                           pg_get_constraintdef(k.oid) || CASE WHEN convalidated THEN '' ELSE ' (for new rows)' END
                    FROM pg_constraint k JOIN lasting c ON c.oid = k.conrelid WHERE k.contype <> 'n'
                    UNION ALL
                    SELECT 'trigger ' || tgname || ' on ' || c.name,
                           pg_get_triggerdef(t.oid) || CASE tgenabled WHEN 'D' THEN ' (disabled)' ELSE '' END
                    FROM pg_trigger t JOIN lasting c ON c.oid = t.tgrelid WHERE NOT tgisinternal
                    UNION ALL
                    SELECT 'row security of ' || name, 'on' FROM lasting WHERE relrowsecurity
                    UNION ALL
                    SELECT 'function ' || n.nspname || '.' || proname
                               || '(' || pg_get_function_identity_arguments(p.oid) || ')',
                           'body ' || left(md5(coalesce(prosrc, '')), 8)
                    FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
                    WHERE p.oid >= 16384 AND prokind IN ('f', 'p') AND nspname NOT LIKE 'pg\\_%%'
                        AND NOT EXISTS (SELECT FROM pg_depend d
                            WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')
                    UNION ALL
                    SELECT 'privileges on ' || name, relacl::text FROM lasting WHERE relacl IS NOT NULL
                    UNION ALL
                    SELECT 'privileges on ' || attname || ' of ' || relation, attacl::text
                    FROM columns WHERE attacl IS NOT NULL
                    UNION ALL
                    SELECT 'privileges on schema ' || nspname, nspacl::text
                    FROM pg_namespace WHERE nspacl IS NOT NULL AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%%'\
                    """.formatted(LASTING, COLUMNS), server);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
