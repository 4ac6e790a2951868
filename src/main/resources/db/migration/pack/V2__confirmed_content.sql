-- What somebody confirmed after having seen who gains and who loses by it (ELI-03).
create table pack.confirmation (
    pack         text not null,
    hash         text not null,
    confirmed_at timestamptz not null,
    confirmed_by text not null check (confirmed_by <> ''),
    gains        bigint not null check (gains >= 0),
    losses       bigint not null check (losses >= 0),
    primary key (pack, hash)
);
