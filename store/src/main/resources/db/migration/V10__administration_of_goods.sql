-- Each change of goods has an id that was made with its form: a form or file that is sent twice changes once.
CREATE TABLE goods_changes (
    id       uuid PRIMARY KEY,
    staff_id uuid        NOT NULL REFERENCES staff (id),
    articles int         NOT NULL CHECK (articles > 0),
    at       timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON goods_changes TO chandlery_admin;
GRANT UPDATE (price_minor, edited_at) ON variants TO chandlery_admin;
