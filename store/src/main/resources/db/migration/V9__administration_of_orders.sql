-- What happens to an order after it was paid. It stays CONFIRMED when it is shipped, and becomes CANCELLED when the shop
-- takes it back before that.
ALTER TABLE orders ADD COLUMN shipped_at timestamptz, ADD COLUMN tracking text NOT NULL DEFAULT '' CHECK (length(tracking) <= 80);
CREATE INDEX orders_to_ship ON orders (number) WHERE state = 'CONFIRMED' AND shipped_at IS NULL;
CREATE INDEX orders_by_name ON orders (lower(name) text_pattern_ops);

-- refunded_minor counts what has been promised back, also while the provider has not answered: nothing is promised twice.
ALTER TABLE payments ADD COLUMN refunded_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE payments ADD CONSTRAINT never_give_back_more_than_was_taken CHECK (refunded_minor BETWEEN 0 AND amount_minor);

-- The id is the provider's idempotency key and is made with the form: a form that is sent twice is one refund.
CREATE TABLE refunds (
    id           uuid PRIMARY KEY,
    payment_id   uuid        NOT NULL REFERENCES payments (id),
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    state        text        NOT NULL DEFAULT 'ASKED' CHECK (state IN ('ASKED', 'DONE', 'REFUSED')),
    checks       int         NOT NULL DEFAULT 0,
    next_check   timestamptz NOT NULL DEFAULT now(),
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX refunds_by_payment ON refunds (payment_id, created_at);
CREATE INDEX refunds_to_settle ON refunds (next_check) WHERE state = 'ASKED';

-- Goods of an order come back at most once.
ALTER TABLE stock_ledger DROP CONSTRAINT stock_ledger_reason_check;
ALTER TABLE stock_ledger ADD CONSTRAINT stock_ledger_reason_check
    CHECK (reason IN ('RECEIVED', 'SOLD', 'CORRECTED', 'RETURNED'));

-- An order may have several refunds, each of which is told once.
ALTER TABLE outbox ADD COLUMN refund_id uuid REFERENCES refunds (id);
ALTER TABLE outbox DROP CONSTRAINT each_event_once;
CREATE UNIQUE INDEX each_event_once ON outbox (order_id, topic) WHERE refund_id IS NULL;
CREATE UNIQUE INDEX each_refund_told_once ON outbox (refund_id) WHERE refund_id IS NOT NULL;

-- Only administration makes a refund; the shop's jobs bring it to its end.
GRANT SELECT ON orders, order_lines, stock, stock_holds, stock_ledger, refunds, variants, products TO chandlery_admin;
GRANT UPDATE (state, cancel_reason, shipped_at, tracking, updated_at) ON orders TO chandlery_admin;
GRANT UPDATE (refunded_minor, updated_at) ON payments TO chandlery_admin;
GRANT UPDATE (on_hand, held) ON stock TO chandlery_admin;
GRANT UPDATE (state) ON stock_holds TO chandlery_admin;
GRANT INSERT ON stock_ledger, refunds, outbox TO chandlery_admin;
GRANT SELECT, UPDATE (state, checks, next_check, updated_at) ON refunds TO chandlery_app;
