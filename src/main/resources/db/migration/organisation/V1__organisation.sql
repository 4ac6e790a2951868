create schema if not exists organisation;

create table organisation.registration (
    id              uuid primary key,
    office          text not null,
    legal_name      text not null,
    other_names     text[] not null,
    country         char(2) not null,
    form            text,
    street          text,
    postal_code     text,
    town            text,
    region          text,
    address_country char(2),
    official_email  text,
    phone           text,
    website         text,
    mission         text,
    main_activity   text,
    activities      text[] not null,
    purposes        text[] not null,
    designations    text[] not null,
    statuses        text[] not null,
    attested        text[] not null,
    budget          numeric(19, 4),
    budget_currency char(3),
    budget_year     int,
    staff           int check (staff >= 0),
    language        text not null check (language in ('FR', 'EN', 'NL', 'DE')),
    typed           jsonb not null,
    state           text not null check (state in ('DRAFT', 'SUBMITTED')),
    submitted_at    timestamptz,
    standing        text not null
                    check (standing in ('UNDECIDED', 'QUALIFIED', 'REFUSED', 'LAPSED', 'REVOKED')),
    standing_since  timestamptz,
    qualified_until timestamptz,
    started_at      timestamptz not null,
    changed_at      timestamptz not null,
    constraint columns_fit_state check ((submitted_at is not null) = (state = 'SUBMITTED')),
    constraint columns_fit_standing check (
        (standing_since is not null) = (standing <> 'UNDECIDED')
        and (qualified_until is not null) = (standing = 'QUALIFIED')),
    constraint nobody_is_qualified_unread check (standing <> 'QUALIFIED' or state = 'SUBMITTED'),
    constraint address_is_whole check (
        (street is null) = (town is null) and (street is null) = (postal_code is null)
        and (street is null) = (address_country is null)),
    constraint budget_is_whole check (
        (budget is null) = (budget_currency is null) and (budget is null) = (budget_year is null))
);
create index registration_by_name on organisation.registration using gin (legal_name gin_trgm_ops);

-- Numbers as declared; a draft's prove nothing, so two drafts may hold the same one.
create table organisation.declared_number (
    organisation uuid not null references organisation.registration,
    scheme       text not null,
    number       text not null,
    primary key (organisation, scheme)
);

-- One organisation for each number of an office, from submission on (ORG-03).
create table organisation.registered_number (
    office       text not null,
    scheme       text not null,
    number       text not null,
    organisation uuid not null references organisation.registration,
    primary key (office, scheme, number)
);
create index registered_number_by_organisation on organisation.registered_number (organisation);

create table organisation.prior_purchase (
    organisation uuid not null references organisation.registration,
    position     int not null,
    partner      text not null,
    bought_on    date not null,
    primary key (organisation, position)
);

create table organisation.membership (
    organisation uuid not null references organisation.registration,
    person       uuid not null,
    role         text not null check (role in ('HOLDER', 'ORDERER', 'READER')),
    since        timestamptz not null,
    primary key (organisation, person)
);
create unique index membership_one_holder on organisation.membership (organisation)
    where role = 'HOLDER';
create index membership_by_person on organisation.membership (person);

create table organisation.join_request (
    id           uuid primary key,
    organisation uuid not null references organisation.registration,
    person       uuid not null,
    message      text not null,
    asked_at     timestamptz not null,
    accepted     boolean,
    answered_at  timestamptz,
    answered_by  text,
    check ((accepted is null) = (answered_at is null)),
    check ((accepted is null) = (answered_by is null))
);
-- Asking again while a request is open changes nothing.
create unique index join_request_one_open on organisation.join_request (organisation, person)
    where accepted is null;
