create schema if not exists token;

-- A token for one named person (TOK-02). Its codes come and go; the person and the organisation stay.
create table token.issued (
    id            uuid primary key,
    organisation  uuid not null,
    office        text not null,
    first_name    text not null check (first_name <> ''),
    last_name     text not null check (last_name <> ''),
    email         text not null check (email like '%@%'),
    created_at    timestamptz not null,
    created_by    uuid not null,
    revoked_at    timestamptz,
    revoked_by    text check (revoked_by in ('HOLDER', 'STAFF')),
    constraint who_revoked_is_known check ((revoked_at is null) = (revoked_by is null))
);
create index issued_organisation on token.issued (organisation, created_at desc);

-- Each code that a token ever had. Its fingerprint finds it; the sealed copy is for the holder to read while it is the
-- current one (docs/adr/0008). A replaced code stays here so that a partner can be told.
create table token.code (
    fingerprint bytea primary key check (length(fingerprint) = 32),
    token       uuid not null references token.issued,
    sealed      bytea,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null check (expires_at = issued_at + interval '1440 hours'),
    replaced_at timestamptz,
    constraint a_replaced_code_cannot_be_read check (replaced_at is null or sealed is null)
);
create unique index one_current_code on token.code (token) where replaced_at is null;

-- Each look of a partner at a token (TOK-06): in the organisation's history for good.
create table token.look (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    token        uuid not null references token.issued,
    organisation uuid not null,
    office       text not null,
    partner      text not null,
    api_key      text not null,
    kind         text not null check (kind in ('VERIFY', 'REDEEM')),
    result       text not null check (result in ('ELIGIBLE', 'NOT_ELIGIBLE', 'UNDECIDED', 'EXPIRED', 'REVOKED',
                                                 'REPLACED', 'NOT_QUALIFIED'))
);
create index look_organisation on token.look (organisation, id desc);
create index look_token on token.look (token, id desc);

-- The organisation is validated with the partner since the first redemption, whatever becomes of the token (TOK-05).
create table token.validation (
    organisation uuid not null,
    office       text not null,
    partner      text not null,
    token        uuid not null references token.issued,
    validated_at timestamptz not null,
    valid_until  date,
    programmes   text[] not null check (cardinality(programmes) > 0),
    primary key (organisation, office, partner)
);

-- Which tokens were redeemed with which partner, the first time each.
create table token.redemption (
    token        uuid not null references token.issued,
    partner      text not null,
    redeemed_at  timestamptz not null,
    primary key (token, partner)
);
