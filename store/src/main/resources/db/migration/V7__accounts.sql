-- Accounts. An address is one account whatever its capitals; erased ones keep their row and lose everything personal.
CREATE TABLE customers (
    id            uuid PRIMARY KEY,
    email         text        NOT NULL CHECK (length(email) BETWEEN 3 AND 120),
    name          text        NOT NULL,
    password_hash text        NOT NULL,
    language      text        NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'de')),
    verified_at   timestamptz,
    -- Grows with each new password: sessions and links that were made before are void.
    epoch         int         NOT NULL DEFAULT 1,
    address       jsonb,
    cart          text,
    created_at    timestamptz NOT NULL DEFAULT now(),
    erased_at     timestamptz
);
CREATE UNIQUE INDEX customers_one_per_address ON customers (lower(email));
CREATE INDEX orders_by_address ON orders (lower(email), placed_at DESC);

-- An event belongs to an order or to an account.
ALTER TABLE outbox ALTER COLUMN order_id DROP NOT NULL;
ALTER TABLE outbox ADD COLUMN customer_id uuid REFERENCES customers (id);
ALTER TABLE outbox ADD CONSTRAINT about_an_order_or_an_account CHECK (num_nonnulls(order_id, customer_id) = 1);

-- What was written before there was a mail server is not sent afterwards. leased_until keeps two senders apart without a
-- transaction that would stay open while a mail server is talked to.
ALTER TABLE mails ADD COLUMN sent_at timestamptz;
ALTER TABLE mails ADD COLUMN leased_until timestamptz NOT NULL DEFAULT now();
ALTER TABLE mails ADD COLUMN attempts int NOT NULL DEFAULT 0;
UPDATE mails SET sent_at = created_at;
CREATE INDEX mails_to_send ON mails (leased_until) WHERE sent_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON customers TO chandlery_app;
GRANT UPDATE (sent_at, leased_until, attempts) ON mails TO chandlery_app;
