create schema if not exists programme;

create function programme.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

-- One row per organisation and programme: what is locked while its ledger is counted and added to.
create table programme.holder (
    organisation uuid not null,
    programme    text not null,
    primary key (organisation, programme)
);

-- The allotment ledger (ORD-04). An entry is one line of one order as it was placed, with the figures of that day;
-- what became of it are its movements. Nothing here is ever changed or removed: a balance is a sum.
create table programme.allotment_entry (
    id           bigint generated always as identity primary key,
    organisation uuid not null,
    office       text not null,
    programme    text not null,
    offer        text not null,
    order_key    text not null,
    line         int not null check (line >= 0),
    quantity     bigint not null check (quantity > 0),
    licences     bigint not null check (licences >= 0),
    devices      bigint not null check (devices >= 0),
    fee_minor    bigint check (fee_minor >= 0),
    fee_currency text check (fee_currency ~ '^[A-Z]{3}$'),
    persons      jsonb not null default '[]',
    placed_at    timestamptz not null,
    foreign key (organisation, programme) references programme.holder,
    constraint entry_once unique (order_key, line),
    constraint fee_is_whole check ((fee_minor is null) = (fee_currency is null)),
    constraint persons_are_a_list check (jsonb_typeof(persons) = 'array')
);
create index allotment_entry_by_organisation on programme.allotment_entry (organisation, placed_at);
create trigger allotment_entry_stays before update or delete on programme.allotment_entry
    for each statement execute function programme.refuse_change();

-- An entry is reserved from its beginning; it is paid at most once, and either used or released, once.
create table programme.allotment_movement (
    entry bigint not null references programme.allotment_entry,
    kind  text not null check (kind in ('PAID', 'USED', 'RELEASED')),
    at    timestamptz not null,
    primary key (entry, kind)
);
create unique index allotment_settled_once on programme.allotment_movement (entry)
    where kind in ('USED', 'RELEASED');
create trigger allotment_movement_stays before update or delete on programme.allotment_movement
    for each statement execute function programme.refuse_change();

-- Decisions as they were made; the latest of an organisation and programme is the one that stands (ELI-03).
create table programme.decision (
    id           bigint generated always as identity primary key,
    organisation uuid not null,
    office       text not null,
    programme    text not null,
    version      date,
    pack         text not null,
    day          date not null,
    outcome      text not null check (outcome in ('eligible', 'ineligible', 'undecided')),
    reasons      jsonb not null,
    decided_at   timestamptz not null,
    constraint decided_by_rules_in_force check (version is not null or outcome = 'ineligible')
);
create index decision_latest on programme.decision (organisation, programme, id desc);
create index decision_by_office on programme.decision (office, organisation);
create trigger decision_stays before update or delete on programme.decision
    for each statement execute function programme.refuse_change();

-- The partner's written approval, as staff recorded it with its document (ELI-05). Both days included.
create table programme.waiver (
    id           uuid primary key,
    organisation uuid not null,
    programme    text not null,
    valid_from   date not null,
    valid_to     date not null,
    document     text not null check (document <> ''),
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    constraint waiver_has_days check (valid_to >= valid_from)
);
create index waiver_by_organisation on programme.waiver (organisation);

-- What staff answered to a question that only a person can; the latest answer counts.
create table programme.judgement (
    id           bigint generated always as identity primary key,
    organisation uuid not null,
    question     text not null,
    answer       boolean not null,
    grounds      text not null check (grounds <> ''),
    judged_at    timestamptz not null,
    judged_by    text not null
);
create index judgement_latest on programme.judgement (organisation, question, id desc);
create trigger judgement_stays before update or delete on programme.judgement
    for each statement execute function programme.refuse_change();
