create schema if not exists pack;

-- Which content of a pack was in force from when: a row for each change, the latest is in force.
create table pack.installation (
    number        bigint generated always as identity primary key,
    pack          text not null check (pack <> ''),
    hash          text not null check (hash ~ '^[0-9a-f]{64}$'),
    installed_at  timestamptz not null
);
create index installation_latest on pack.installation (pack, number desc);
