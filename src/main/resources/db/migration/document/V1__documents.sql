create schema if not exists document;

-- The files lie in a folder under names of our making; here stands what they are.
create table document.file (
    id          uuid primary key,
    file_name   text not null,
    media_type  text not null,
    size_bytes  bigint not null check (size_bytes > 0),
    sha256      char(64) not null,
    stored_as   text not null unique,
    taken_at    timestamptz not null,
    -- Who uploaded it; empty for visitors without an account.
    taken_by    uuid,
    -- The matter that keeps it; a document that no matter keeps is thrown away after a day.
    held_for    text,
    scan        text not null check (scan in ('NOT_ASKED', 'WAITING', 'CLEAN', 'INFECTED')),
    scanned_at  timestamptz,
    threat      text,
    constraint scan_is_whole check (
        (scanned_at is not null) = (scan in ('CLEAN', 'INFECTED'))
        and (threat is not null) = (scan = 'INFECTED'))
);
create index file_by_matter on document.file (held_for, taken_at);
