create schema if not exists identity;

-- A person whose address is confirmed (ACC-01). Usernames and addresses are unique whatever their case.
create table identity.person (
    id            uuid primary key,
    username      text not null check (username ~ '^[A-Za-z][A-Za-z0-9._-]{2,39}$'),
    email         text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
    first_name    text not null check (first_name <> '' and length(first_name) <= 80),
    last_name     text not null check (last_name <> '' and length(last_name) <= 80),
    language      text not null check (language in ('FR', 'EN', 'NL', 'DE')),
    password_hash text not null check (password_hash like '$argon2id$%'),
    roles         text[] not null check (
        'MEMBER' = any (roles)
        and roles <@ array ['MEMBER', 'REVIEWER', 'PROGRAMME_MANAGER', 'FINANCE', 'SUPPORT', 'ADMINISTRATOR', 'PARTNER']),
    partner       text check (partner <> ''),
    -- Grows when every session must end: password changed or reset, account closed.
    session_epoch int not null default 0,
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    constraint partner_users_have_a_partner check ((partner is not null) = ('PARTNER' = any (roles)))
);
create unique index person_username on identity.person (lower(username));
create unique index person_email on identity.person (lower(email));

-- An account asked for, until its link is used or dead. Where the address belongs to somebody already no link was
-- mailed, but the row stands all the same: what a stranger can see is the same in both cases.
create table identity.registration (
    id             uuid primary key,
    username       text not null check (username ~ '^[A-Za-z][A-Za-z0-9._-]{2,39}$'),
    email          text not null,
    first_name     text not null,
    last_name      text not null,
    language       text not null check (language in ('FR', 'EN', 'NL', 'DE')),
    password_hash  text not null check (password_hash like '$argon2id$%'),
    link_hash      bytea not null unique check (length(link_hash) = 32),
    created_at     timestamptz not null,
    expires_at     timestamptz not null check (expires_at > created_at)
);
create index registration_username on identity.registration (lower(username));
create index registration_email on identity.registration (lower(email));

-- A link that works once. Only its hash is here: who reads the database cannot use it.
create table identity.one_time_link (
    hash       bytea primary key check (length(hash) = 32),
    person     uuid not null references identity.person on delete cascade,
    purpose    text not null check (purpose in ('RESET')),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at)
);
create index one_time_link_person on identity.one_time_link (person);

-- Bucket4j's buckets: how often somebody tried, shared by all nodes.
create table identity.bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
create index bucket_expiry on identity.bucket (expires_at);

-- A machine's key. The secret half was shown once; its hash is all we keep (OPS-03).
create table identity.api_key (
    id           text primary key check (id ~ '^[0-9a-f]{16}$'),
    secret_hash  bytea not null check (length(secret_hash) = 32),
    label        text not null check (label <> '' and length(label) <= 80),
    office       text not null,
    partner      text not null,
    scopes       text[] not null check (cardinality(scopes) > 0),
    created_at   timestamptz not null,
    created_by   text not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
