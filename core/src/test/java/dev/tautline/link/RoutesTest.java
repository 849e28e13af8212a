package dev.tautline.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tautline.settings.HostPort;
import dev.tautline.settings.JdbcUrl;
import dev.tautline.settings.Origin;
import dev.tautline.settings.Pool;
import dev.tautline.settings.Product;
import dev.tautline.settings.Settings;
import dev.tautline.settings.Written;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Origin HERE = new Origin.Given("test");

    @Test
    void aClientReachesTheServerOfThatName() {
        var route = only(client("jdbc:postgresql://DB.shop:5432/shop"), List.of(), server("db", "db", "db.shop"));

        assertThat(route.servers()).extracting(Server::name).containsExactly("db");
        assertThat(route.hops()).isEmpty();
        assertThat(route.isCertain()).isTrue();
    }

    @Test
    void aServerThatNothingNamesIsTakenWhereItIsTheOnlyOne() {
        var client = client("jdbc:postgresql://db.shop.example:5432/shop");

        var route = only(client, List.of(), server("db"));
        assertThat(route.servers()).hasSize(1);
        assertThat(route.isCertain()).isFalse();

        assertThat(only(client, List.of(), server("db"), server("other")).servers())
                .isEmpty();
    }

    @Test
    void aServerOfAnotherProductIsNotTaken() {
        var mysql = new Server(
                "db",
                Product.HIKARICP,
                Set.of(),
                Settings.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Stage.UNKNOWN,
                HERE);

        assertThat(only(client("jdbc:postgresql://db:5432/shop"), List.of(), mysql)
                        .servers())
                .isEmpty();
    }

    @Test
    void aPoolersLineForTheDatabaseLeadsOn() {
        var pooler = pooler(target("shop", "db", 5432), target("*", "elsewhere", 5432));
        var client = client("jdbc:postgresql://pooler:6432/shop");

        var route = only(client, List.of(pooler), server("db", "db"), server("other", "elsewhere"));

        assertThat(route.pooler()).contains(pooler);
        assertThat(route.servers()).extracting(Server::name).containsExactly("db");
    }

    @Test
    void aPoolersStarIsForAllOtherDatabases() {
        var pooler = pooler(target("shop", "db", 5432), target("*", "elsewhere", 5432));
        var client = client("jdbc:postgresql://pooler:6432/reports");

        assertThat(only(client, List.of(pooler), server("db", "db"), server("other", "elsewhere"))
                        .servers())
                .extracting(Server::name)
                .containsExactly("other");
    }

    @Test
    void aHopIsNotMetOnAPortWhereItDoesNotListen() {
        var pooler = pooler(target("*", "db", 5432));

        assertThat(only(client("jdbc:postgresql://pooler:5432/shop"), List.of(pooler), server("db", "db"))
                        .hops())
                .isEmpty();
    }

    @Test
    void hopsThatLeadToEachOtherEnd() {
        var pooler = pooler(target("*", "pooler", 6432));

        assertThat(only(client("jdbc:postgresql://pooler:6432/shop"), List.of(pooler))
                        .hops())
                .hasSize(1);
    }

    @Test
    void eachAddressOfAUrlHasARouteAndAnUnresolvedOneHasNone() {
        var link = new Link(
                List.of(client("jdbc:postgresql://a:5432,b:5432,${DB_C}:5432/shop")),
                List.of(),
                List.of(),
                Platform.EMPTY);

        assertThat(Routes.of(link)).extracting(route -> route.address().host()).containsExactly("a", "b");
    }

    private static Route only(Client client, List<Hop> hops, Server... servers) {
        var routes = Routes.of(new Link(List.of(client), hops, Arrays.asList(servers), Platform.EMPTY));
        assertThat(routes).hasSize(1);
        return routes.getFirst();
    }

    private static Client client(String url) {
        return new Client(
                Application.named("shop"),
                "spring.datasource",
                "",
                Pool.HIKARICP,
                Written.of("url", url, HERE),
                JdbcUrl.parse(url, HERE).url(),
                Settings.EMPTY);
    }

    private static Server server(String name, String... names) {
        return new Server(
                name,
                Product.POSTGRESQL,
                Set.of(names),
                Settings.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Stage.UNKNOWN,
                HERE);
    }

    private static Hop pooler(HopTarget... targets) {
        return new Hop(
                "pooler",
                Hop.Kind.POOLER,
                Product.HIKARICP,
                Set.of("pooler"),
                Set.of(6432),
                Arrays.asList(targets),
                Settings.EMPTY,
                Optional.empty(),
                Stage.UNKNOWN,
                HERE);
    }

    private static HopTarget target(String database, String host, int port) {
        return new HopTarget(database, Optional.of(new HostPort(host, port, HERE)), Settings.EMPTY, HERE);
    }
}
