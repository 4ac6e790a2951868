create schema if not exists tax;

-- What an organisation says its VAT number is; the last one counts (INV-02).
create table tax.vat_number (
    organisation    uuid primary key,
    office          text not null,
    number          text not null check (number ~ '^[0-9A-Z+*]{4,20}$'),
    given_at        timestamptz not null,
    given_by        text not null,
    given_by_person uuid
);
create index vat_number_by_office on tax.vat_number (office, given_at);

-- What the register said, on which day, to whom: evidence, added to and never changed.
create table tax.vat_check (
    id                uuid primary key,
    organisation      uuid not null,
    number            text not null,
    checked_on        date not null,
    valid             boolean not null,
    valid_until       date not null,
    reference         text check (reference <> ''),
    name_found        text check (name_found <> ''),
    evidence          uuid,
    recorded_at       timestamptz not null,
    recorded_by       text not null,
    recorded_by_person uuid,
    constraint check_lasts check (valid_until >= checked_on)
);
create index vat_check_by_number on tax.vat_check (organisation, number, recorded_at desc);
create unique index vat_check_by_evidence on tax.vat_check (evidence) where evidence is not null;

-- An exemption asked for with its certificate, and what became of it (INV-05).
create table tax.exemption (
    id                uuid primary key,
    organisation      uuid not null,
    office            text not null,
    place             text not null check (place ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    valid_from        date not null,
    valid_until       date,
    certificate       text not null check (certificate <> ''),
    file              uuid,
    asked_at          timestamptz not null,
    asked_by          text not null,
    asked_by_person   uuid,
    state             text not null
        check (state in ('ASKED', 'ACCEPTED', 'REFUSED', 'REVOKED', 'WITHDRAWN')),
    taxes             text[] not null default '{}',
    reason            text check (reason <> ''),
    decided_at        timestamptz,
    decided_by        text,
    decided_by_person uuid,
    constraint exemption_days check (valid_until is null or valid_until >= valid_from),
    constraint exemption_decided check (
        (state = 'ASKED') = (decided_at is null and decided_by is null)),
    constraint exemption_says_why check (
        reason is not null or state in ('ASKED', 'WITHDRAWN'))
);
create index exemption_by_organisation on tax.exemption (organisation, asked_at desc);
create index exemption_by_office on tax.exemption (office, state, asked_at);
create unique index exemption_by_file on tax.exemption (file) where file is not null;
