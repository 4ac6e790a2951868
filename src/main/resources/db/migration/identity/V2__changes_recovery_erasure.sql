-- A new address asked for (ACC-04). It counts once the link sent to it is used; the link sent to the old one stops it, or
-- takes it back for a week. Only hashes of links are here.
create table identity.email_change (
    id           uuid primary key,
    person       uuid not null references identity.person on delete cascade,
    old_email    text not null,
    new_email    text not null check (new_email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(new_email) <= 254),
    confirm_hash bytea not null unique check (length(confirm_hash) = 32),
    stop_hash    bytea not null unique check (length(stop_hash) = 32),
    state        text not null check (state in ('ASKED', 'DONE', 'STOPPED')),
    asked_at     timestamptz not null,
    confirm_by   timestamptz not null check (confirm_by > asked_at),
    stop_by      timestamptz not null check (stop_by >= confirm_by)
);
create unique index email_change_one_asked on identity.email_change (person) where state = 'ASKED';

-- Somebody forgot the username and cannot get in (ACC-03): staff compares with the organisation's file.
create sequence identity.recovery_number start 2001;
create table identity.recovery (
    id                uuid primary key,
    number            bigint not null unique,
    -- Shown once to whoever asked: with it the state can be read again.
    link_hash         bytea not null unique check (length(link_hash) = 32),
    name              text not null check (name <> '' and length(name) <= 160),
    email             text not null check (length(email) <= 254),
    organisation_name text not null check (length(organisation_name) <= 200),
    legal_number      text not null check (length(legal_number) <= 60),
    message           text not null check (length(message) <= 2000),
    language          text not null check (language in ('FR', 'EN', 'NL', 'DE')),
    state             text not null check (state in ('OPEN', 'RESTORED', 'REFUSED')),
    asked_at          timestamptz not null,
    answered_at       timestamptz,
    answered_by       uuid,
    person            uuid,
    reason            text,
    constraint answer_fits_state check (
        (answered_at is not null) = (state <> 'OPEN') and (answered_by is not null) = (state <> 'OPEN')
        and (reason is not null) = (state <> 'OPEN') and (person is not null) = (state = 'RESTORED'))
);
create index recovery_open on identity.recovery (asked_at) where state = 'OPEN';

-- A person asked to be forgotten (ACC-09); until the day it can be taken back.
create table identity.erasure (
    person    uuid primary key references identity.person,
    asked_at  timestamptz not null,
    due_at    timestamptz not null check (due_at > asked_at)
);

alter table identity.person add column erased_at timestamptz,
    add constraint who_is_erased_is_closed check (erased_at is null or disabled_at is not null);
