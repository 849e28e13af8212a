-- Typing errors in a search are forgiven with trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE categories (
    slug     text PRIMARY KEY CHECK (slug ~ '^[a-z0-9-]{2,40}$'),
    parent   text REFERENCES categories (slug),
    name     text NOT NULL,
    blurb    text NOT NULL,
    position int  NOT NULL
);

CREATE TABLE products (
    slug        text PRIMARY KEY CHECK (slug ~ '^[a-z0-9-]{2,60}$'),
    category    text NOT NULL REFERENCES categories (slug),
    name        text NOT NULL,
    summary     text NOT NULL,
    description text NOT NULL,
    position    int  NOT NULL,
    search      tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', name), 'A')
        || setweight(to_tsvector('english', summary), 'B')
        || setweight(to_tsvector('english', description), 'C')) STORED
);
CREATE INDEX products_by_category ON products (category, position);
CREATE INDEX products_by_words ON products USING gin (search);
CREATE INDEX products_by_trigrams ON products USING gin (name gin_trgm_ops);

-- A variant is what is sold: its own article number (SKU), price and stock.
CREATE TABLE variants (
    sku         text PRIMARY KEY CHECK (sku ~ '^[A-Z0-9-]{3,24}$'),
    product     text   NOT NULL REFERENCES products (slug),
    label       text   NOT NULL,
    price_minor bigint NOT NULL CHECK (price_minor >= 0),
    position    int    NOT NULL
);
CREATE INDEX variants_by_product ON variants (product, position);
