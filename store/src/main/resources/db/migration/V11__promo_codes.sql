-- The terms of a code never change and no code is ever made again: baskets and the journal hold copies of them. It ends by
-- its day, by its number of uses, or by hand.
CREATE TABLE promo_codes (
    code       text PRIMARY KEY CHECK (code ~ '^[A-Z0-9-]{3,24}$'),
    kind       text        NOT NULL CHECK (kind IN ('PERCENT', 'AMOUNT')),
    value      bigint      NOT NULL CHECK (value > 0),
    from_minor bigint      NOT NULL DEFAULT 0 CHECK (from_minor >= 0),
    most_uses  int CHECK (most_uses > 0),
    -- Counts the orders that wait for their payment or are confirmed: one that comes to nothing gives its use back.
    uses       int         NOT NULL DEFAULT 0 CHECK (uses >= 0),
    made_at    timestamptz NOT NULL DEFAULT now(),
    ends_at    timestamptz,
    ended_at   timestamptz,
    CONSTRAINT no_more_than_all CHECK (kind <> 'PERCENT' OR value <= 100),
    CONSTRAINT never_used_more_often_than_allowed CHECK (uses <= most_uses)
);

-- No foreign key: each order of a popular code would lock the code's row twice, and an order that was received while the
-- database was away must be written down also by one that was restored from before the code was made.
ALTER TABLE orders ADD COLUMN promo_code text, ADD COLUMN discount_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE orders DROP CONSTRAINT orders_check;
ALTER TABLE orders ADD CONSTRAINT total_is_goods_less_discount_and_shipping
    CHECK (total_minor = goods_minor - discount_minor + shipping_minor AND discount_minor BETWEEN 0 AND goods_minor);
ALTER TABLE orders ADD CONSTRAINT a_discount_has_its_code CHECK ((discount_minor > 0) = (promo_code IS NOT NULL));
CREATE INDEX orders_by_promo ON orders (promo_code) WHERE promo_code IS NOT NULL;

GRANT SELECT, UPDATE (uses) ON promo_codes TO chandlery_app;
GRANT SELECT, INSERT, UPDATE (uses, ended_at) ON promo_codes TO chandlery_admin;
