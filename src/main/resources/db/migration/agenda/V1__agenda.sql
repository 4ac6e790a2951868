create schema if not exists agenda;

-- How far a demo's or a test's clock was moved; zero rows or one.
create table agenda.moved_clock (
    only_one  boolean primary key default true check (only_one),
    moved_by  interval not null,
    moved_at  timestamptz not null default now()
);
