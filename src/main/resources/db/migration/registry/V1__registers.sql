create schema if not exists registry;

-- Names are searched by the groups of three letters they share. The extension is a trusted one: the owner of the
-- database may create it.
create extension if not exists pg_trgm;

-- What is installed: the latest file of each register that was taken in whole.
create table registry.register (
    id           text primary key,
    -- The columns that are kept, in the order in which entries hold their values.
    kept_columns text[] not null,
    as_of        date not null,
    entries      bigint not null check (entries >= 0),
    active       bigint not null check (active between 0 and entries),
    imported_at  timestamptz not null
);

-- Every attempt, refused ones too.
create table registry.import (
    id            bigint generated always as identity primary key,
    register      text not null,
    files         text[] not null check (cardinality(files) > 0),
    as_of         date not null,
    outcome       text not null check (outcome in ('IMPORTED', 'UNCHANGED', 'REFUSED')),
    -- Records read, and what became of the entries.
    records       bigint not null check (records >= 0),
    added         bigint not null default 0,
    changed       bigint not null default 0,
    gone          bigint not null default 0,
    back          bigint not null default 0,
    reread        bigint not null default 0,
    unusable      bigint not null default 0,
    -- How many stand in the register after it, and how many of those it vouches for.
    entries       bigint not null default 0,
    active        bigint not null default 0,
    fault_kind    text,
    fault_file    text,
    fault_line    bigint,
    fault_details text[],
    imported_by   text not null,
    started_at    timestamptz not null,
    finished_at   timestamptz not null,
    constraint fault_fits_outcome check (
        (outcome = 'REFUSED') = (fault_kind is not null)
        and (fault_kind is not null) = (fault_file is not null)
        and (fault_kind is not null) = (fault_line is not null)
        and (fault_kind is not null) = (fault_details is not null)),
    constraint unchanged_changes_nothing check (
        outcome = 'IMPORTED' or added + changed + gone + back + reread = 0)
);

create index import_by_register on registry.import (register, id);

create table registry.entry (
    register    text not null,
    number      text not null check (number <> ''),
    scheme      text not null,
    -- The record as its keeper wrote it, in the order of register.kept_columns; empty ones at the end are left out.
    source      text[] not null,
    name        text not null,
    other_names text[] not null,
    street      text not null,
    postal_code text not null,
    town        text not null,
    region      text not null,
    country     text not null,
    website     text not null,
    email       text not null,
    status      text not null check (status in ('ACTIVE', 'ATTENTION', 'REMOVED', 'UNKNOWN')),
    status_word text not null,
    -- What search compares: the names and the place in their simplest form.
    name_keys   text[] not null,
    postal_key  text not null,
    town_key    text not null,
    first_seen  date not null,
    -- Since when it no longer stands in the register's files.
    gone_since  date,
    primary key (register, number),
    constraint gone_after_seen check (gone_since >= first_seen)
);

create index entry_by_number on registry.entry (scheme, number);
create index entry_by_postal_code on registry.entry (country, postal_key) where postal_key <> '';

-- One line for each name of an entry.
create table registry.entry_name (
    register text not null,
    number   text not null,
    name_key text not null,
    primary key (register, number, name_key)
);

create index entry_name_by_key on registry.entry_name (name_key);
create index entry_name_by_letters on registry.entry_name using gin (name_key gin_trgm_ops);

-- What happened to an entry after it was first seen: changed columns as {"NAME": ["before", "after"]}.
create table registry.entry_change (
    id       bigint generated always as identity primary key,
    register text not null,
    number   text not null,
    as_of    date not null,
    kind     text not null check (kind in ('CHANGED', 'GONE', 'BACK')),
    fields   jsonb not null,
    constraint fields_fit_kind check (
        (kind <> 'GONE' or fields = '{}') and (kind <> 'CHANGED' or fields <> '{}'))
);

create index entry_change_by_entry on registry.entry_change (register, number, id);
