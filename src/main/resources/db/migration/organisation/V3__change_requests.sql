-- Requests to change what cannot be edited once submitted (ORG-04).
create table organisation.change_request (
    number        bigint generated always as identity (start with 2001) primary key,
    organisation  uuid not null references organisation.registration,
    asked_at      timestamptz not null,
    asked_by      uuid not null,
    asked_by_name text not null,
    words         text not null,
    documents     uuid[] not null check (cardinality(documents) > 0),
    due_at        timestamptz not null,
    state         text not null check (state in ('OPEN', 'DECIDED', 'WITHDRAWN')),
    closed_at     timestamptz,
    constraint closed_fits_state check ((closed_at is null) = (state = 'OPEN'))
);
create unique index change_request_one_open on organisation.change_request (organisation)
    where state = 'OPEN';
create index change_request_by_organisation on organisation.change_request (organisation, number);
create index change_request_by_document on organisation.change_request using gin (documents);
create index change_request_queue on organisation.change_request (due_at) where state = 'OPEN';

-- Each value is decided once, by one person.
create table organisation.change_value (
    request         bigint not null references organisation.change_request,
    item            text not null,
    position        int not null,
    before          jsonb not null,
    after           jsonb not null,
    accepted        boolean,
    reason          text,
    decided_at      timestamptz,
    decided_by      uuid,
    decided_by_name text,
    primary key (request, item),
    constraint value_changes check (before <> after),
    constraint decision_is_whole check (
        (accepted is null) = (decided_at is null) and (accepted is null) = (decided_by is null)
        and (accepted is null) = (decided_by_name is null)
        and (accepted is null) = (reason is null)),
    constraint refusal_has_a_reason check (accepted is distinct from false or reason <> '')
);
