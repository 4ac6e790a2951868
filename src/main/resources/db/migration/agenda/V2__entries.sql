-- What falls due later. A handler's work and `fell_due_at` are committed together, so an entry takes effect once.
create table agenda.entry (
    id           uuid primary key,
    kind         text not null check (kind <> ''),
    subject      text not null,
    due          timestamptz not null,
    planned_at   timestamptz not null,
    next_try     timestamptz not null,
    attempts     int not null default 0 check (attempts >= 0),
    problem      text,
    fell_due_at  timestamptz
);
-- One open entry for a subject and kind: planning again moves it.
create unique index entry_open on agenda.entry (kind, subject) where fell_due_at is null;
create index entry_next on agenda.entry (next_try, due) where fell_due_at is null;
create index entry_fell_due on agenda.entry (fell_due_at) where fell_due_at is not null;
