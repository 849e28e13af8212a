package dev.tautline.drill;

import dev.tautline.lab.postgres.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the witnesses: the database past all proxies, the provider's ledger, the shop's journal.
final class EvidenceReader {
    private static final String DATABASE = "chandlery";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LEDGER_PAGE = 1000;

    private final HttpClient http;
    private final URI ledger;
    private final URI journalDepth;
    private final URI health;
    private final JsonMapper json = JsonMapper.builder().build();

    /// @param ledger of the payment provider
    /// @param journalDepth the shop's metric of that name
    /// @param health the shop's overall health
    EvidenceReader(HttpClient http, URI ledger, URI journalDepth, URI health) {
        this.health = health;
        this.http = http;
        this.ledger = ledger;
        this.journalDepth = journalDepth;
    }

    Evidence read(Node primary, List<Attempt> attempts, List<Deed> deeds) {
        try (var connection = primary.connect(DATABASE)) {
            return new Evidence(
                    attempts,
                    deeds,
                    orders(connection),
                    payments(connection),
                    refunds(connection),
                    charges(),
                    stock(connection),
                    events(connection),
                    promos(connection),
                    journalDepth());
        } catch (SQLException failed) {
            throw new DrillFailed("the database cannot be asked for evidence", failed);
        }
    }

    /// What has not come to its end yet; 0 when everything is settled.
    long unsettled(Node primary) {
        try (var connection = primary.connect(DATABASE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM orders WHERE state = 'PENDING_PAYMENT')
                            + (SELECT count(*) FROM payments
                                WHERE state NOT IN ('CAPTURED', 'REFUNDED', 'DECLINED', 'VOIDED'))
                            + (SELECT count(*) FROM refunds WHERE state = 'ASKED')
                            + (SELECT count(*) FROM outbox WHERE done_at IS NULL AND dead_at IS NULL)""")) {
            rows.next();
            return rows.getLong(1) + journalDepth();
        } catch (SQLException failed) {
            throw new DrillFailed("the database cannot be asked what is unsettled", failed);
        }
    }

    /// Whether the shop sells over its database, so that a mishap has something to break.
    boolean sellsOverDatabase() {
        return fetch(health)
                .path("components")
                .path("buy")
                .path("details")
                .path("way")
                .asString("")
                .equals("database");
    }

    int journalDepth() {
        return fetch(journalDepth).path("measurements").path(0).path("value").asInt(0);
    }

    private static List<Evidence.OrderRow> orders(Connection connection) throws SQLException {
        Map<UUID, Map<String, Integer>> lines = new HashMap<>();
        rows(
                connection,
                "SELECT order_id, sku, quantity FROM order_lines",
                row -> lines.computeIfAbsent(row.getObject("order_id", UUID.class), id -> new HashMap<>())
                        .put(row.getString("sku"), row.getInt("quantity")));
        var orders = new ArrayList<Evidence.OrderRow>();
        var sql = """
                SELECT id, number, checkout_id, token, state, coalesce(cancel_reason, '') = 'BY_SHOP' AS by_shop,
                    shipped_at IS NOT NULL AS shipped, total_minor
                FROM orders ORDER BY number""";
        rows(connection, sql, row -> {
            var id = row.getObject("id", UUID.class);
            orders.add(new Evidence.OrderRow(
                    id,
                    row.getLong("number"),
                    row.getObject("checkout_id", UUID.class),
                    row.getString("token"),
                    row.getString("state"),
                    row.getBoolean("by_shop"),
                    row.getBoolean("shipped"),
                    row.getLong("total_minor"),
                    lines.getOrDefault(id, Map.of())));
        });
        return orders;
    }

    private static List<Evidence.PaymentRow> payments(Connection connection) throws SQLException {
        var payments = new ArrayList<Evidence.PaymentRow>();
        rows(
                connection,
                "SELECT id, order_id, state, amount_minor, refunded_minor FROM payments",
                row -> payments.add(new Evidence.PaymentRow(
                        row.getObject("id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        row.getString("state"),
                        row.getLong("amount_minor"),
                        row.getLong("refunded_minor"))));
        return payments;
    }

    private static List<Evidence.RefundRow> refunds(Connection connection) throws SQLException {
        var refunds = new ArrayList<Evidence.RefundRow>();
        rows(
                connection,
                """
                SELECT r.id, r.payment_id, r.amount_minor, r.state,
                    (SELECT count(*) FROM outbox o JOIN mails m ON m.outbox_id = o.id WHERE o.refund_id = r.id) AS letters
                FROM refunds r""",
                row -> refunds.add(new Evidence.RefundRow(
                        row.getObject("id", UUID.class),
                        row.getObject("payment_id", UUID.class),
                        row.getLong("amount_minor"),
                        row.getString("state"),
                        row.getInt("letters"))));
        return refunds;
    }

    private static List<Evidence.PromoRow> promos(Connection connection) throws SQLException {
        var promos = new ArrayList<Evidence.PromoRow>();
        rows(
                connection,
                """
                SELECT c.code, c.uses, coalesce(c.most_uses, 2147483647) AS most_uses,
                    (SELECT count(*) FROM orders o
                        WHERE o.promo_code = c.code AND o.state IN ('PENDING_PAYMENT', 'CONFIRMED')) AS orders
                FROM promo_codes c""",
                row -> promos.add(new Evidence.PromoRow(
                        row.getString("code"), row.getInt("uses"), row.getInt("orders"), row.getInt("most_uses"))));
        return promos;
    }

    private static List<Evidence.StockRow> stock(Connection connection) throws SQLException {
        var stock = new ArrayList<Evidence.StockRow>();
        rows(
                connection,
                """
                SELECT s.sku, s.on_hand, s.held,
                    (SELECT coalesce(sum(delta), 0) FROM stock_ledger l
                        WHERE l.sku = s.sku AND (l.reason IN ('RECEIVED', 'CORRECTED') OR l.reason = 'RETURNED'
                            AND (SELECT o.state FROM orders o WHERE o.id = l.order_id) = 'CONFIRMED')) AS delivered,
                    (SELECT coalesce(sum(delta), 0) FROM stock_ledger l WHERE l.sku = s.sku) AS ledger,
                    (SELECT coalesce(sum(quantity), 0) FROM stock_holds h
                        WHERE h.sku = s.sku AND h.state = 'HELD') AS open_holds
                FROM stock s""",
                row -> stock.add(new Evidence.StockRow(
                        row.getString("sku"),
                        row.getInt("delivered"),
                        row.getInt("on_hand"),
                        row.getInt("held"),
                        row.getInt("ledger"),
                        row.getInt("open_holds"))));
        return stock;
    }

    private static List<Evidence.EventRow> events(Connection connection) throws SQLException {
        var events = new ArrayList<Evidence.EventRow>();
        rows(
                connection,
                """
                SELECT o.id, o.topic, o.order_id, o.done_at IS NOT NULL AS done, o.dead_at IS NOT NULL AS dead,
                    (SELECT count(*) FROM mails m WHERE m.outbox_id = o.id) AS mails
                FROM outbox o""",
                row -> events.add(new Evidence.EventRow(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getObject("order_id", UUID.class),
                        row.getBoolean("done"),
                        row.getBoolean("dead"),
                        row.getInt("mails"))));
        return events;
    }

    private List<Evidence.Charge> charges() {
        var charges = new ArrayList<Evidence.Charge>();
        var more = true;
        while (more) {
            var page = fetch(URI.create(ledger + "?after=" + charges.size())).path("entries");
            page.forEach(entry -> charges.add(new Evidence.Charge(
                    entry.path("sequence").asLong(),
                    UUID.fromString(entry.path("payment").asString()),
                    entry.path("state").asString(),
                    entry.path("amountMinor").asLong())));
            more = page.size() == LEDGER_PAGE;
        }
        return charges;
    }

    private JsonNode fetch(URI place) {
        try {
            var request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
            return json.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | JacksonException failed) {
            throw new DrillFailed("%s does not answer: %s".formatted(place, failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillFailed("interrupted while asking " + place, interrupted);
        }
    }

    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private static void rows(Connection connection, String sql, RowTaker taker) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }
}
