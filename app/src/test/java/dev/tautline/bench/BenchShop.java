package dev.tautline.bench;

import dev.tautline.lab.net.FreePorts;
import dev.tautline.lab.postgres.Node;
import dev.tautline.stage.PaymentSimulatorProcess;
import dev.tautline.stage.Stage;
import dev.tautline.stage.StageOptions;
import dev.tautline.stage.StoreProcess;
import dev.tautline.stage.StoreSettings;
import dev.tautline.stage.TautHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// A shop with its database and its payment provider, each a process of its own and with the shop's own settings; no
/// proxy in between. Shelves are so full that nothing sells out.
final class BenchShop implements AutoCloseable {
    static final String DATABASE = "chandlery";

    /// The same schema and goods once more, and no shop that works on what is ordered there.
    static final String BARE = "bare";

    /// A shop stays up for weeks: unlike the rest of the stage's programs it gets the compiler that needs longer.
    static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILL_SHELVES = """
            WITH delivered AS (UPDATE stock SET on_hand = on_hand + 50000000 RETURNING sku)
            INSERT INTO stock_ledger (sku, delta, reason) SELECT sku, 50000000, 'RECEIVED' FROM delivered""";

    private final Stage stage;
    private final PaymentSimulatorProcess payments;
    private final StoreSettings settings;
    private StoreProcess store;

    /// What can be bought.
    record Article(String sku, long priceMinor) {}

    private BenchShop(Stage stage, List<String> jvmOptions) {
        this.stage = stage;
        stage.migrate();
        primary().executeIn(DATABASE, FILL_SHELVES);
        primary().execute("CREATE DATABASE " + BARE + " TEMPLATE " + DATABASE + " OWNER chandlery_owner");
        var ports = new FreePorts(new Random());
        var here = InetAddress.getLoopbackAddress();
        this.payments = stage.startPayments(ports.next(here));
        var plain = new StoreSettings(
                "shop-1",
                ports.next(here),
                ports.next(here),
                primary().jdbcUrl(DATABASE) + "?sslmode=disable",
                payments.url());
        var given = plain;
        for (var option : jvmOptions) {
            given = given.withJvmOption(option);
        }
        this.settings = given;
        this.store = stage.startStore(settings);
    }

    static BenchShop open(String... jvmOptions) {
        var stage = Stage.open(StageOptions.temporary(0), TautHome.find(System.getProperties()));
        try {
            return new BenchShop(stage, List.of(jvmOptions));
        } catch (RuntimeException failed) {
            stage.close();
            throw failed;
        }
    }

    Stage stage() {
        return stage;
    }

    Node primary() {
        return stage.cluster().primary();
    }

    StoreProcess store() {
        return store;
    }

    PaymentSimulatorProcess payments() {
        return payments;
    }

    /// How it was started.
    StoreSettings settings() {
        return settings;
    }

    /// Stops the shop and starts it with other settings.
    void restart(StoreSettings changed) {
        store.close();
        store = stage.startStore(changed);
    }

    List<Article> articles() {
        return primary().queryIn(DATABASE, "SELECT sku || ' ' || price_minor FROM variants ORDER BY sku").stream()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Article(parts[0], Long.parseLong(parts[1])))
                .toList();
    }

    List<String> products() {
        return primary().queryIn(DATABASE, "SELECT slug FROM products ORDER BY slug");
    }

    URI page(String path) {
        return store.shopUrl().resolve(path);
    }

    /// Orders one piece as a client of the API does. The status that it was answered with: 201 placed, 202 received
    /// without the database.
    int order(HttpClient client, Article article) throws IOException, InterruptedException {
        var body = """
                {"lines": [{"sku": "%s", "quantity": 1}], "shipping": "QUAYSIDE", "card": "card-accepted",
                 "agreedTotalMinor": %d, "address": {"email": "bench@example.org", "name": "A. Client",
                 "line1": "Pier 7", "postcode": "20457", "city": "Hamburg", "country": "DE"}}""".formatted(article.sku(), article.priceMinor());
        var request = HttpRequest.newBuilder(page("/api/v1/orders"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        stage.close();
    }
}
