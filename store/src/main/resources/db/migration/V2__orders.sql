-- on_hand counts what lies on the shelf, held what is promised to orders that are being paid.
CREATE TABLE stock (
    sku     text PRIMARY KEY REFERENCES variants (sku),
    on_hand int NOT NULL CHECK (on_hand >= 0),
    held    int NOT NULL DEFAULT 0 CHECK (held >= 0),
    CONSTRAINT never_promise_more_than_is_there CHECK (held <= on_hand)
);

CREATE SEQUENCE order_numbers START 10001;

-- One order per checkout and per idempotency key, whatever the callers do: that is the schema's promise.
CREATE TABLE orders (
    id              uuid PRIMARY KEY,
    number          bigint      NOT NULL UNIQUE DEFAULT nextval('order_numbers'),
    token           text        NOT NULL UNIQUE,
    checkout_id     uuid        NOT NULL UNIQUE,
    idempotency_key text        NOT NULL UNIQUE,
    state           text        NOT NULL CHECK (state IN ('PENDING_PAYMENT', 'CONFIRMED', 'CANCELLED')),
    cancel_reason   text,
    email           text        NOT NULL,
    name            text        NOT NULL,
    line1           text        NOT NULL,
    line2           text        NOT NULL,
    postcode        text        NOT NULL,
    city            text        NOT NULL,
    country         text        NOT NULL,
    shipping_method text        NOT NULL,
    goods_minor     bigint      NOT NULL CHECK (goods_minor >= 0),
    shipping_minor  bigint      NOT NULL CHECK (shipping_minor >= 0),
    tax_minor       bigint      NOT NULL CHECK (tax_minor >= 0),
    total_minor     bigint      NOT NULL CHECK (total_minor = goods_minor + shipping_minor),
    placed_at       timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE order_lines (
    order_id    uuid   NOT NULL REFERENCES orders (id),
    sku         text   NOT NULL REFERENCES variants (sku),
    title       text   NOT NULL,
    quantity    int    NOT NULL CHECK (quantity > 0),
    price_minor bigint NOT NULL CHECK (price_minor >= 0),
    PRIMARY KEY (order_id, sku)
);

-- expires_at is the database's time: the clocks of the shop's machines do not matter.
CREATE TABLE stock_holds (
    order_id   uuid        NOT NULL REFERENCES orders (id),
    sku        text        NOT NULL REFERENCES stock (sku),
    quantity   int         NOT NULL CHECK (quantity > 0),
    state      text        NOT NULL DEFAULT 'HELD' CHECK (state IN ('HELD', 'CLAIMED', 'RELEASED')),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (order_id, sku)
);

CREATE TABLE stock_ledger (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku      text        NOT NULL REFERENCES stock (sku),
    delta    int         NOT NULL CHECK (delta <> 0),
    reason   text        NOT NULL CHECK (reason IN ('RECEIVED', 'SOLD', 'CORRECTED')),
    order_id uuid REFERENCES orders (id),
    at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT sold_once_per_order UNIQUE (order_id, sku, reason)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER stock_ledger_is_append_only BEFORE UPDATE OR DELETE ON stock_ledger
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE payments (
    id           uuid PRIMARY KEY,
    order_id     uuid        NOT NULL UNIQUE REFERENCES orders (id),
    state        text        NOT NULL CHECK (state IN ('NEW', 'AUTHORISING', 'AUTHORISED', 'CAPTURING', 'CAPTURED',
                                                       'REFUNDED', 'DECLINED', 'VOIDED', 'UNKNOWN')),
    amount_minor bigint      NOT NULL CHECK (amount_minor >= 0),
    currency     text        NOT NULL,
    card_token   text        NOT NULL,
    checks       int         NOT NULL DEFAULT 0,
    next_check   timestamptz NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now()
);
-- The janitor's work list: payments that have not come to an end.
CREATE INDEX payments_to_settle ON payments (next_check)
    WHERE state IN ('NEW', 'AUTHORISING', 'AUTHORISED', 'CAPTURING', 'UNKNOWN');

CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    order_id   uuid        NOT NULL REFERENCES orders (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    done_at    timestamptz,
    CONSTRAINT each_event_once UNIQUE (order_id, topic)
);
CREATE INDEX outbox_to_do ON outbox (id) WHERE done_at IS NULL;

-- outbox_id is unique: an event that is worked on twice still sends one mail.
CREATE TABLE mails (
    outbox_id  bigint PRIMARY KEY REFERENCES outbox (id),
    recipient  text        NOT NULL,
    subject    text        NOT NULL,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
