package dev.tautline.bench;

import dev.tautline.lab.postgres.Node;

/// Orders of the past, each with its line and its payment, so that the tables are as large as after years.
final class FilledOrders {
    /// No statement of the lab's may take a minute.
    private static final long BATCH = 50_000;

    private FilledOrders() {}

    /// Adds as many as are missing to this number, then has the server tidy up.
    static void upTo(long number, Node server) {
        for (var missing = number - count(server); missing > 0; missing -= BATCH) {
            server.executeIn(BenchShop.DATABASE, fill(Math.min(missing, BATCH)));
        }
        for (var table : new String[] {"orders", "payments", "order_lines"}) {
            server.executeIn(BenchShop.DATABASE, "VACUUM ANALYZE " + table);
        }
        server.executeIn(BenchShop.DATABASE, "CHECKPOINT");
    }

    private static String fill(long number) {
        return """
            SET session_replication_role = replica;
            WITH made AS (
                INSERT INTO orders (id, token, checkout_id, idempotency_key, state, email, name, line1, line2, postcode, city,
                    country, shipping_method, goods_minor, shipping_minor, tax_minor, total_minor, placed_at)
                SELECT gen_random_uuid(), md5(random()::text || n), gen_random_uuid(), 'filled:' || gen_random_uuid(),
                    'CONFIRMED', 'buyer-' || mod(n, 50000) || '@example.org', 'A. Buyer', 'Pier 7', '', '20457', 'Hamburg',
                    'DE', 'QUAYSIDE', 990, 0, 158, 990, now() - n * interval '40 seconds'
                FROM generate_series(1, %d) n
                RETURNING id),
            paid AS (
                INSERT INTO payments (id, order_id, state, amount_minor, currency, card_token, next_check)
                SELECT gen_random_uuid(), id, 'CAPTURED', 990, 'EUR', 'card-accepted', now() FROM made)
            INSERT INTO order_lines (order_id, sku, title, quantity, price_minor)
            SELECT id, (SELECT min(sku) FROM variants), 'Filled goods', 1, 990 FROM made;
            SET session_replication_role = DEFAULT""".formatted(number);
    }

    private static long count(Node server) {
        return Long.parseLong(server.queryIn(BenchShop.DATABASE, "SELECT count(*) FROM orders")
                .getFirst());
    }
}
