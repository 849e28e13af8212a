-- Grows with each statement that changes names, texts or prices: a shop reads the catalogue again only when it has changed.
CREATE TABLE catalogue_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint  NOT NULL
);
INSERT INTO catalogue_version (version) VALUES (1);

-- With the owner's rights: whoever may change the goods need not be able to write the version.
CREATE FUNCTION catalogue_has_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    UPDATE catalogue_version SET version = version + 1;
    RETURN NULL;
END $$;
CREATE TRIGGER categories_change_the_catalogue AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON categories
    FOR EACH STATEMENT EXECUTE FUNCTION catalogue_has_changed();
CREATE TRIGGER products_change_the_catalogue AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON products
    FOR EACH STATEMENT EXECUTE FUNCTION catalogue_has_changed();
CREATE TRIGGER variants_change_the_catalogue AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON variants
    FOR EACH STATEMENT EXECUTE FUNCTION catalogue_has_changed();

GRANT SELECT ON catalogue_version TO chandlery_app;
