-- The shop's own role reads the catalogue and writes orders. It cannot delete, and cannot rewrite the ledger.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO chandlery_app;
GRANT SELECT ON categories, products, variants TO chandlery_app;
GRANT SELECT, UPDATE (on_hand, held) ON stock TO chandlery_app;
GRANT SELECT, INSERT ON stock_ledger, order_lines, mails TO chandlery_app;
GRANT SELECT, INSERT, UPDATE ON orders, stock_holds, payments, outbox TO chandlery_app;
GRANT USAGE ON SEQUENCE order_numbers TO chandlery_app;
