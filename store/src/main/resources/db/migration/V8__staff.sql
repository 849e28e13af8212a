-- Administration has a role of its own, which nobody logs in as: the shop's role takes it on for the length of one
-- transaction, and has none of its rights otherwise. It is made by whoever makes roles, as the others are.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chandlery_admin') THEN
        RAISE EXCEPTION 'the role chandlery_admin is missing; let a superuser run: ALTER ROLE chandlery_app NOINHERIT; CREATE ROLE chandlery_admin NOLOGIN; GRANT chandlery_admin TO chandlery_app;';
    END IF;
END $$;

-- totp_secret is sealed with the shop's key: this table alone makes no code.
CREATE TABLE staff (
    id            uuid PRIMARY KEY,
    email         text        NOT NULL CHECK (length(email) BETWEEN 3 AND 120),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    role          text        NOT NULL CHECK (role IN ('VIEWER', 'CLERK', 'STOREKEEPER', 'ADMIN')),
    password_hash text,
    totp_secret   text,
    -- The time step of the last code that was taken: the same code, and an earlier one, is taken never again.
    last_step     bigint      NOT NULL DEFAULT 0,
    -- Wrong codes in a row, each with the right password, and until when no other one is looked at.
    wrong_codes   int         NOT NULL DEFAULT 0,
    wait_until    timestamptz NOT NULL DEFAULT now(),
    -- Grows when password and second factor are set anew: links that were made before are void.
    epoch         int         NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    enrolled_at   timestamptz,
    left_at       timestamptz,
    CONSTRAINT enrolled_with_both CHECK (enrolled_at IS NULL OR num_nonnulls(password_hash, totp_secret) = 2)
);
CREATE UNIQUE INDEX staff_one_per_address ON staff (lower(email));

CREATE TABLE staff_recovery_codes (
    staff_id  uuid  NOT NULL REFERENCES staff (id),
    code_hash bytea NOT NULL,
    used_at   timestamptz,
    PRIMARY KEY (staff_id, code_hash)
);

-- Only a hash of what the browser holds: who reads this table cannot sign in with it.
CREATE TABLE staff_sessions (
    token_hash bytea PRIMARY KEY,
    staff_id   uuid        NOT NULL REFERENCES staff (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at    timestamptz NOT NULL DEFAULT now(),
    ends_at    timestamptz NOT NULL
);
CREATE INDEX staff_sessions_by_staff ON staff_sessions (staff_id);

-- Who did what to what, with the values before and after. Names are kept as they were.
CREATE TABLE audit (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT now(),
    staff_id uuid REFERENCES staff (id),
    who      text        NOT NULL,
    action   text        NOT NULL,
    subject  text        NOT NULL,
    before   jsonb,
    after    jsonb
);
CREATE INDEX audit_by_subject ON audit (subject, id);
-- Rights are the first lock; this one also holds for the owner of the table.
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT USAGE ON SCHEMA public TO chandlery_admin;
GRANT SELECT, INSERT, UPDATE ON staff TO chandlery_admin;
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON staff_recovery_codes TO chandlery_admin;
GRANT SELECT, INSERT, DELETE, UPDATE (seen_at) ON staff_sessions TO chandlery_admin;
GRANT SELECT, INSERT ON audit TO chandlery_admin;
GRANT SELECT ON payments, outbox TO chandlery_admin;
