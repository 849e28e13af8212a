package dev.tautline.store.stock;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Adds the shelf up again from what happened: on hand must be the sum of the ledger, held the sum of the holds that
/// stand.
/// Tells what does not add up and mends nothing: a difference has a cause, and a person must see both. One statement
/// sees one moment, so sales that go on meanwhile are no difference.
@Component
public class StockReconciler {
    private static final Logger log = LoggerFactory.getLogger(StockReconciler.class);
    private static final int MOST_TOLD = 20;

    private final JdbcClient browse;
    private final AtomicInteger differences;

    StockReconciler(@Qualifier("browse") JdbcClient browse, MeterRegistry meters) {
        this.browse = browse;
        this.differences = Objects.requireNonNull(meters.gauge("chandlery.stock.differences", new AtomicInteger()));
    }

    /// @param ledger what `onHand` ought to be
    /// @param holds what `held` ought to be
    public record Difference(String sku, int onHand, int ledger, int held, int holds) {}

    public List<Difference> reconcile() {
        var found = browse.sql("""
                SELECT s.sku, s.on_hand, coalesce(l.sum, 0) AS ledger, s.held, coalesce(h.sum, 0) AS holds
                FROM stock s
                LEFT JOIN (SELECT sku, sum(delta) AS sum FROM stock_ledger GROUP BY sku) l ON l.sku = s.sku
                LEFT JOIN (SELECT sku, sum(quantity) AS sum FROM stock_holds WHERE state = 'HELD' GROUP BY sku) h
                    ON h.sku = s.sku
                WHERE s.on_hand <> coalesce(l.sum, 0) OR s.held <> coalesce(h.sum, 0)
                ORDER BY s.sku""")
                .query((row, index) -> new Difference(
                        row.getString("sku"),
                        row.getInt("on_hand"),
                        row.getInt("ledger"),
                        row.getInt("held"),
                        row.getInt("holds")))
                .list();
        differences.set(found.size());
        found.stream().limit(MOST_TOLD).forEach(one -> log.error("The shelf does not add up: {}", one));
        return found;
    }
}
