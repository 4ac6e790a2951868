create schema if not exists returns;

-- One row per order with returns: what is locked while one is announced or moved. Its numbers have no gap.
create table returns.numbering (
    order_key text primary key,
    last      int not null default 0 check (last >= 0)
);

-- What is given back of one order (ORD-09). The checks pair with ReturnState.
create table returns.given_back (
    id                  bigint generated always as identity primary key,
    order_key           text not null references returns.numbering,
    sequence            int not null check (sequence > 0),
    office              text not null,
    organisation        uuid not null,
    announced_at        timestamptz not null,
    announced_by        text not null,
    announced_by_person uuid,
    in_parcel           boolean not null,
    wish                text not null check (wish in ('MONEY', 'REPLACEMENT')),
    explanation         text not null,
    documents           uuid[] not null default '{}',
    state               text not null check (state in ('ANNOUNCED', 'ACCEPTED', 'RECEIVED', 'SETTLED', 'REFUSED',
                                                       'REJECTED', 'LAPSED', 'WITHDRAWN')),
    since               timestamptz not null,
    remedy              text check (remedy in ('MONEY', 'REPLACEMENT')),
    address             text check (address <> ''),
    parcel_by           date,
    received_on         date,
    returned_minor      bigint check (returned_minor >= 0),
    returned_currency   text check (returned_currency ~ '^[A-Z]{3}$'),
    reason              text check (reason <> ''),
    constraint number_once unique (order_key, sequence),
    constraint awaited_somewhere_by_a_day check (
        (state in ('ACCEPTED', 'RECEIVED')) = (address is not null) and (address is null) = (parcel_by is null)),
    constraint received_on_a_day check ((state = 'RECEIVED') = (received_on is not null)),
    constraint settled_with_an_amount check (
        (state = 'SETTLED') = (returned_minor is not null)
        and (returned_minor is null) = (returned_currency is null)),
    constraint remedy_while_it_matters check ((state in ('ACCEPTED', 'RECEIVED', 'SETTLED')) = (remedy is not null)),
    constraint a_no_has_its_reason check (state not in ('REFUSED', 'REJECTED') or reason is not null),
    constraint a_parcel_only_with_goods check (in_parcel or state not in ('ACCEPTED', 'RECEIVED', 'REJECTED', 'LAPSED'))
);
create index case_by_organisation on returns.given_back (organisation, id);
create index case_queue on returns.given_back (office, state, since);
create index case_by_document on returns.given_back using gin (documents);

create table returns.line (
    given_back      bigint not null references returns.given_back,
    position      int not null check (position >= 0),
    units         bigint not null check (units > 0),
    reason        text not null check (reason in ('UNWANTED', 'DAMAGED', 'OTHER_ARTICLE', 'NOT_INSTALLED')),
    until         date,
    accepted      bigint,
    restocked     bigint,
    net_minor     bigint check (net_minor >= 0),
    taxes_minor   bigint check (taxes_minor >= 0),
    currency      text check (currency ~ '^[A-Z]{3}$'),
    primary key (given_back, position),
    constraint found_at_once check (
        (accepted is null) = (restocked is null) and (accepted is null) = (net_minor is null)
        and (accepted is null) = (taxes_minor is null) and (accepted is null) = (currency is null)),
    constraint no_more_than_came_back check (
        accepted between 0 and units and restocked between 0 and accepted)
);

create table returns.event (
    id        bigint generated always as identity primary key,
    given_back  bigint not null references returns.given_back,
    kind      text not null check (kind in ('ANNOUNCED', 'ACCEPTED', 'REFUSED', 'RECEIVED', 'SETTLED', 'REJECTED',
                                            'LAPSED', 'WITHDRAWN')),
    detail    text not null,
    at        timestamptz not null,
    by        text not null,
    by_person uuid
);
create index event_by_case on returns.event (given_back, id);
