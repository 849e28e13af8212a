-- The shop speaks English and German. English stands in the columns that were there; an empty German text falls back to it.
ALTER TABLE categories
    ADD COLUMN name_de  text NOT NULL DEFAULT '',
    ADD COLUMN blurb_de text NOT NULL DEFAULT '';

-- edited_at: since then the texts and prices belong to administration, and the seed leaves them alone.
ALTER TABLE products
    ADD COLUMN name_de        text NOT NULL DEFAULT '',
    ADD COLUMN summary_de     text NOT NULL DEFAULT '',
    ADD COLUMN description_de text NOT NULL DEFAULT '',
    ADD COLUMN material       text NOT NULL DEFAULT 'other' CHECK (material ~ '^[a-z]{2,20}$'),
    ADD COLUMN edited_at      timestamptz;
ALTER TABLE products ADD COLUMN search_de tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('german', name_de), 'A')
    || setweight(to_tsvector('german', summary_de), 'B')
    || setweight(to_tsvector('german', description_de), 'C')) STORED;
CREATE INDEX products_by_german_words ON products USING gin (search_de);
CREATE INDEX products_by_german_trigrams ON products USING gin (name_de gin_trgm_ops);

ALTER TABLE variants
    ADD COLUMN label_de  text NOT NULL DEFAULT '',
    ADD COLUMN edited_at timestamptz;

-- Mails are written in the language that the order was placed in.
ALTER TABLE orders ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'de'));

-- Why an order came to nothing is a code now, which each language has its own words for.
UPDATE orders SET cancel_reason = CASE cancel_reason
    WHEN 'The bank declined the card.' THEN 'DECLINED'
    WHEN 'The payment was withdrawn.' THEN 'WITHDRAWN'
    WHEN 'The payment was not completed in time.' THEN 'TOO_LATE'
    WHEN 'It waited longer than our prices stand.' THEN 'QUOTE_LAPSED'
    WHEN 'Something in it is no longer sold.' THEN 'NO_LONGER_SOLD'
    WHEN 'While our stockroom did not answer, somebody else took the last of what you wanted.' THEN 'SOLD_MEANWHILE'
    ELSE 'OTHER' END
WHERE cancel_reason IS NOT NULL;
