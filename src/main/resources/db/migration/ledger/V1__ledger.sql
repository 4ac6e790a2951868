create schema if not exists ledger;

create table ledger.account (
    id       bigint generated always as identity primary key,
    office   text not null,
    kind     text not null check (kind in ('CUSTOMER', 'ORDERED', 'FEES', 'TAX', 'BANK', 'PAYPAL', 'CHEQUES',
                                           'UNASSIGNED', 'PAYOUTS', 'PAYMENT_COSTS', 'ROUNDING')),
    key      text not null check (key <> ''),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    constraint account_once unique (office, kind, key, currency)
);

-- What happened, once for each cause in an office, for ever.
create table ledger.entry (
    id           bigint generated always as identity primary key,
    office       text not null,
    on_day       date not null,
    cause_kind   text not null check (cause_kind <> ''),
    cause_key    text not null check (cause_key <> ''),
    currency     text not null,
    organisation uuid,
    about        text not null,
    posted_at    timestamptz not null,
    constraint entry_once unique (office, cause_kind, cause_key)
);
create index entry_by_organisation on ledger.entry (organisation, on_day, id) where organisation is not null;

-- Debit is positive, credit negative. The day stands here too: a balance is then read from one index.
create table ledger.line (
    entry        bigint not null references ledger.entry,
    number       integer not null,
    account      bigint not null references ledger.account,
    on_day       date not null,
    amount_minor bigint not null check (amount_minor <> 0),
    primary key (entry, number)
);
create index line_by_account on ledger.line (account, on_day, entry, number) include (amount_minor);

-- An entry and all its lines come in one statement. The triggers below see that whole statement at once, so that a
-- hundred thousand entries cost a few checks, not a hundred thousand. Their plans are kept by a session and would be
-- made for tables as they were then, small or grown: they go by the indexes whatever the size.
create function ledger.check_entries() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    wrong bigint;
begin
    select e.id into wrong from added e
     where not exists (select 1 from ledger.line l where l.entry = e.id) limit 1;
    if wrong is not null then
        raise exception 'ledger: entry % came without its lines', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger entry_has_lines after insert on ledger.entry referencing new table as added
    for each statement execute function ledger.check_entries();

create function ledger.check_lines() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    wrong bigint;
begin
    select a.entry into wrong from added a group by a.entry having sum(a.amount_minor) <> 0 limit 1;
    if wrong is not null then
        raise exception 'ledger: entry % is not balanced', wrong using errcode = 'check_violation';
    end if;
    select a.entry into wrong
      from added a
      join ledger.entry e on e.id = a.entry
      join ledger.account c on c.id = a.account
     where e.office <> c.office or e.currency <> c.currency or e.on_day <> a.on_day limit 1;
    if wrong is not null then
        raise exception 'ledger: entry % mixes offices, currencies or days', wrong using errcode = 'check_violation';
    end if;
    select a.entry into wrong
      from (select entry, count(*) as lines from added group by entry) a
     where a.lines <> (select count(*) from ledger.line l where l.entry = a.entry) limit 1;
    if wrong is not null then
        raise exception 'ledger: nothing is added to entry % later', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger line_fits_entry after insert on ledger.line referencing new table as added
    for each statement execute function ledger.check_lines();

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.% is append-only', tg_table_name;
end $$;
create trigger account_is_append_only before update or delete or truncate on ledger.account
    for each statement execute function ledger.refuse_change();
create trigger entry_is_append_only before update or delete or truncate on ledger.entry
    for each statement execute function ledger.refuse_change();
create trigger line_is_append_only before update or delete or truncate on ledger.line
    for each statement execute function ledger.refuse_change();
