-- An order that was received while the database was away and could then not be met.
ALTER TABLE orders DROP CONSTRAINT orders_state_check;
ALTER TABLE orders ADD CONSTRAINT orders_state_check
    CHECK (state IN ('PENDING_PAYMENT', 'CONFIRMED', 'CANCELLED', 'REJECTED'));

-- An event that cannot be worked on is tried again later each time, and put aside after the last: it must not keep the
-- events behind it waiting, nor vanish.
ALTER TABLE outbox ADD COLUMN attempts int NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN next_try timestamptz NOT NULL DEFAULT now();
ALTER TABLE outbox ADD COLUMN last_error text;
ALTER TABLE outbox ADD COLUMN dead_at timestamptz;
DROP INDEX outbox_to_do;
CREATE INDEX outbox_to_do ON outbox (next_try, id) WHERE done_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_dead ON outbox (id) WHERE dead_at IS NOT NULL;
