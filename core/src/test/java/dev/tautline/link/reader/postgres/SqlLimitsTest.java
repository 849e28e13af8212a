package dev.tautline.link.reader.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.link.reader.format.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlLimitsTest {
    private static List<String> limits(String... texts) {
        var sources = List.of(texts).stream()
                .map(text -> SourceText.of(Path.of("init.sql"), text))
                .toList();
        return SqlLimits.of(sources).all().stream()
                .map(limit -> limit.of() + " " + limit.name() + " " + limit.most() + " " + limit.origin())
                .toList();
    }

    @Test
    void readsRolesUsersAndDatabasesAtTheirPlaces() {
        assertThat(limits("""
            create user Orders
              with password 'a;b' connection limit 20;
            ALTER ROLE "Billing Team" CONNECTION LIMIT 5;
            CREATE DATABASE shop OWNER orders CONNECTION LIMIT = 60;
            """))
                .containsExactly(
                        "ROLE orders 20 init.sql:2:40",
                        "ROLE Billing Team 5 init.sql:3:44",
                        "DATABASE shop 60 init.sql:4:54");
    }

    @Test
    void theLastStatementHoldsAndMinusOneTakesALimitAway() {
        assertThat(limits(
                        "CREATE ROLE a CONNECTION LIMIT 1; CREATE ROLE b CONNECTION LIMIT 2;",
                        "ALTER ROLE a CONNECTION LIMIT 3; ALTER ROLE b CONNECTION LIMIT -1;"))
                .containsExactly("ROLE a 3 init.sql:1:31");
    }

    @Test
    void readsNeitherCommentsNorVariablesNorSuperusersNorOtherStatements() {
        assertThat(limits("""
            -- CREATE ROLE a CONNECTION LIMIT 1;
            /* CREATE ROLE b CONNECTION LIMIT 1; */
            CREATE ROLE ${APP} CONNECTION LIMIT 1;
            CREATE ROLE app_$ENV CONNECTION LIMIT 1;
            CREATE ROLE c CONNECTION LIMIT :limit;
            CREATE ROLE d; COMMENT ON ROLE d IS 'CONNECTION LIMIT 3';
            CREATE ROLE e SUPERUSER CONNECTION LIMIT 1;
            CREATE ROLE f CONNECTION LIMIT 1 SUPERUSER;
            """)).isEmpty();
    }

    @Test
    void aLongTextWithoutAnyEndIsReadInBoundedTime() {
        var text = "CREATE ROLE a 'x ".repeat(20_000);

        assertThat(limits(text)).isEmpty();
    }
}
