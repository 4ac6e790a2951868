create schema if not exists banking;

-- A bank's file as it was given, for those who audit.
create table banking.bank_file (
    id              uuid primary key,
    office          text not null,
    name            text not null,
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content         bytea not null,
    format          text not null,
    taken_at        timestamptz not null,
    taken_by        text not null,
    taken_by_person uuid,
    constraint bank_file_once unique (office, sha256)
);

create table banking.statement (
    id            uuid primary key,
    file          uuid not null references banking.bank_file,
    office        text not null,
    account       text not null,
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    bank_id       text not null,
    number        bigint,
    from_day      date not null,
    to_day        date not null,
    opening_minor bigint,
    closing_minor bigint,
    movements     integer not null check (movements >= 0),
    added         integer not null check (added >= 0),
    fingerprint   text not null,
    constraint statement_once unique (office, account, currency, fingerprint),
    constraint statement_days check (from_day <= to_day)
);
create index statement_by_day on banking.statement (office, account, currency, from_day, to_day);

-- What each statement shows, in its order: from these it follows how many equal movements there are.
create table banking.sighting (
    statement    uuid not null references banking.statement,
    position     integer not null,
    booked_on    date not null,
    key          text not null,
    amount_minor bigint not null,
    before_minor bigint,
    primary key (statement, position)
);

create table banking.movement (
    id                  uuid primary key,
    number              bigint not null unique generated always as identity,
    office              text not null,
    account             text not null,
    statement           uuid not null references banking.statement,
    key                 text not null,
    ordinal             integer not null check (ordinal > 0),
    booked_on           date not null,
    valued_on           date,
    amount_minor        bigint not null check (amount_minor <> 0),
    currency            text not null check (currency ~ '^[A-Z]{3}$'),
    name                text not null,
    counter_account     text not null,
    bic                 text not null,
    servicer_reference  text not null,
    transaction_reference text not null,
    end_to_end          text not null,
    creditor_references text[] not null,
    text                text not null,
    reversal            boolean not null,
    return_reason       text,
    batch               boolean not null,
    charges_minor       bigint,
    seen_at             timestamptz not null,
    is_open             boolean not null,
    constraint movement_once unique (office, account, key, ordinal)
);
create index movement_open on banking.movement (office, booked_on) where is_open;
create index movement_by_day on banking.movement (office, booked_on);
create index movement_by_payer on banking.movement (office, counter_account);
create index movement_by_end_to_end on banking.movement (office, end_to_end) where end_to_end <> '';

-- What was decided about a movement, or a part of it.
create table banking.decision (
    id               uuid primary key,
    movement         uuid not null references banking.movement,
    position         integer not null check (position > 0),
    kind             text not null check (kind in ('ASSIGNED', 'SENT_BACK', 'SET_ASIDE', 'TAKEN_BACK', 'PAID_OUT')),
    amount_minor     bigint not null check (amount_minor <> 0),
    payable_kind     text,
    payable_number   text,
    organisation     uuid,
    reference        text not null,
    reason           text not null,
    by_itself        boolean not null,
    decided_at       timestamptz not null,
    decided_by       text not null,
    decided_by_person uuid,
    undone_at        timestamptz,
    undone_by        text,
    undone_by_person uuid,
    constraint decision_once unique (movement, position),
    constraint decision_assigned_names_a_payable check (
        (kind = 'ASSIGNED') <= (payable_kind is not null and payable_number is not null and organisation is not null)),
    constraint decision_undone_by check ((undone_at is null) = (undone_by is null)),
    constraint decision_assigned_stays check (kind <> 'ASSIGNED' or undone_at is null)
);
create index decision_by_payable on banking.decision (payable_kind, payable_number);

create function banking.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger bank_file_is_append_only before update or delete on banking.bank_file
    for each row execute function banking.refuse_change();
create trigger sighting_is_append_only before update or delete on banking.sighting
    for each row execute function banking.refuse_change();
create trigger movement_is_never_deleted before delete on banking.movement
    for each row execute function banking.refuse_change();
create trigger movement_is_append_only before update on banking.movement for each row
    when ((to_jsonb(old) - 'is_open') is distinct from (to_jsonb(new) - 'is_open'))
    execute function banking.refuse_change();
create trigger decision_is_never_deleted before delete on banking.decision
    for each row execute function banking.refuse_change();
create trigger decision_is_only_undone before update on banking.decision for each row
    when ((to_jsonb(old) - array['undone_at', 'undone_by', 'undone_by_person'])
            is distinct from (to_jsonb(new) - array['undone_at', 'undone_by', 'undone_by_person'])
        or old.undone_at is not null)
    execute function banking.refuse_change();

-- Money is neither lost nor made: what is decided stays within the movement, and open says that something is left.
create function banking.within_the_movement() returns trigger language plpgsql as $$
declare
    whole   bigint;
    opened  boolean;
    decided bigint;
    target  uuid := case when tg_table_name = 'movement' then new.id else (to_jsonb(new) ->> 'movement')::uuid end;
begin
    select amount_minor, is_open into whole, opened from banking.movement where id = target;
    select coalesce(sum(amount_minor), 0) into decided from banking.decision
        where movement = target and undone_at is null;
    if decided * sign(whole) < 0 or abs(decided) > abs(whole) then
        raise exception 'more is decided than movement % holds', target;
    end if;
    if opened <> (decided <> whole) then
        raise exception 'movement % is open %, though % of % is decided', target, opened, decided, whole;
    end if;
    return null;
end $$;
create constraint trigger decision_within_movement after insert or update on banking.decision
    deferrable initially deferred for each row execute function banking.within_the_movement();
create constraint trigger movement_open_is_true after insert or update on banking.movement
    deferrable initially deferred for each row execute function banking.within_the_movement();
