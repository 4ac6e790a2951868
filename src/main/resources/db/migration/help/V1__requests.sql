create schema if not exists help;

-- What people ask the office for, by the kinds of its pack (HLP-02).
create table help.request (
    number        bigint generated always as identity (start with 3001) primary key,
    office        text not null,
    kind          text not null,
    organisation  uuid,
    person        uuid,
    asker_name    text not null,
    asker_email   text not null,
    language      text not null check (language in ('FR', 'EN', 'NL', 'DE')),
    typed         jsonb not null,
    documents     uuid[] not null,
    state         text not null check (state in ('OPEN', 'WAITING', 'ANSWERED', 'CLOSED')),
    asked_at      timestamptz not null,
    -- The promise: days promised, days used up before the last stop, and whether the clock runs.
    promised_days int not null check (promised_days >= 0),
    counted_days  int not null check (counted_days >= 0),
    running_since timestamptz,
    due_at        timestamptz,
    constraint clock_runs_while_open check (
        (running_since is not null) = (state = 'OPEN') and (due_at is not null) = (state = 'OPEN')),
    constraint organisation_by_a_person check (organisation is null or person is not null)
);
create index request_by_person on help.request (person, number);
create index request_by_organisation on help.request (organisation, number);
create index request_queue on help.request (office, due_at) where state = 'OPEN';
create index request_by_document on help.request using gin (documents);

create table help.message (
    id       bigint generated always as identity primary key,
    request  bigint not null references help.request,
    at       timestamptz not null,
    by_staff boolean not null,
    by_name  text not null,
    text     text not null check (text <> '')
);
create index message_by_request on help.message (request, id);
