package dev.tautline.stage;

import dev.tautline.lab.postgres.Node;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// The shop's database on a cluster's primary, with one role per duty. Setting it up again changes nothing.
record Database(Node primary, Passwords passwords) {
    static final String NAME = "chandlery";

    private static final String ROLES = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'chandlery_owner') then
                    create role chandlery_owner login;
                end if;
                if not exists (select from pg_roles where rolname = 'chandlery_app') then
                    create role chandlery_app login;
                end if;
                if not exists (select from pg_roles where rolname = 'chandlery_admin') then
                    create role chandlery_admin nologin;
                end if;
                if not exists (select from pg_roles where rolname = 'tautline') then
                    create role tautline login connection limit 20;
                end if;
            end $$;
            alter role chandlery_app noinherit;
            grant chandlery_admin to chandlery_app;
            grant pg_monitor to tautline;
            """;

    // The views of pg_stat_statements lie in the schema public, from which the shop's migration locks everyone out.
    private static final String RIGHTS = """
            create extension if not exists pg_stat_statements;
            revoke connect, temporary on database chandlery from public;
            grant connect on database chandlery to chandlery_app, tautline;
            grant usage on schema public to tautline;
            grant execute on function pg_control_system(), pg_control_checkpoint(), pg_hba_file_rules() to tautline;
            grant select on pg_hba_file_rules to tautline;
            """;

    void setUp() {
        primary.execute(ROLES);
        setPasswords();
        if (primary.query("select 1 from pg_database where datname = '%s'".formatted(NAME))
                .isEmpty()) {
            primary.execute("create database %s owner chandlery_owner".formatted(NAME));
        }
        primary.executeIn(NAME, RIGHTS);
    }

    /// The driver sends the verifier and not the password, which would stay in the server's log and statistics.
    private void setPasswords() {
        try (var connection = primary.connect("postgres")) {
            var session = connection.unwrap(PGConnection.class);
            for (var use : new Passwords.Use[] {Passwords.Use.OWNER, Passwords.Use.SHOP, Passwords.Use.GUARD}) {
                session.alterUserPassword(use.role(), passwords.of(use).reveal().toCharArray(), "scram-sha-256");
            }
        } catch (SQLException failure) {
            throw new StageFailed("Cannot set the roles' passwords on %s: SQLSTATE %s, %s"
                    .formatted(primary.name(), failure.getSQLState(), failure.getMessage()));
        }
    }
}
