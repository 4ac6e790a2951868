-- How a programme would help an organisation that is not eligible: one answer for each, which it may rewrite (ELI-06).
create table programme.wish (
    organisation uuid not null,
    office       text not null,
    programme    text not null,
    answer       text not null check (answer <> '' and length(answer) <= 2000),
    given_at     timestamptz not null,
    changed_at   timestamptz not null,
    given_by     uuid not null,
    primary key (organisation, programme),
    constraint wish_in_order check (changed_at >= given_at)
);
create index wish_by_office on programme.wish (office, programme, changed_at desc);
