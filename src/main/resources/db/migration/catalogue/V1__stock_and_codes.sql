create schema if not exists catalogue;

-- One row per counted offer: what is locked while its movements are summed and added to.
create table catalogue.stock_item (
    office text not null,
    offer  text not null,
    primary key (office, offer)
);

-- The stock ledger. `on_hand` and `held` are changes; what is available is sum(on_hand) - sum(held).
create table catalogue.stock_movement (
    id      bigint generated always as identity primary key,
    office  text not null,
    offer   text not null,
    kind    text not null check (kind in ('OPENED', 'ADDED', 'COUNTED', 'HELD', 'RELEASED', 'TAKEN')),
    on_hand bigint not null,
    held    bigint not null,
    cause   text not null,
    at      timestamptz not null,
    by      text not null,
    foreign key (office, offer) references catalogue.stock_item,
    constraint movement_fits_kind check (
        case kind
            when 'OPENED' then on_hand >= 0 and held = 0
            when 'ADDED' then on_hand > 0 and held = 0
            when 'COUNTED' then on_hand <> 0 and held = 0
            when 'HELD' then on_hand = 0 and held > 0
            when 'RELEASED' then on_hand = 0 and held < 0
            when 'TAKEN' then on_hand < 0 and held = on_hand
        end)
);
create index stock_movement_by_offer on catalogue.stock_movement (office, offer);
create index stock_movement_by_cause on catalogue.stock_movement (office, cause);
create unique index stock_opened_once on catalogue.stock_movement (office, offer) where kind = 'OPENED';
create unique index stock_held_once on catalogue.stock_movement (office, offer, cause) where kind = 'HELD';
create unique index stock_let_go_once on catalogue.stock_movement (office, offer, cause)
    where kind in ('RELEASED', 'TAKEN');

create table catalogue.code (
    id          uuid primary key,
    office      text not null,
    pool        text not null,
    sealed      bytea not null,
    fingerprint bytea not null,
    expires_on  date,
    state       text not null check (state in ('FREE', 'HELD', 'GIVEN')),
    cause       text,
    given_at    timestamptz,
    imported_at timestamptz not null,
    imported_by text not null,
    constraint code_imported_once unique (office, pool, fingerprint),
    constraint code_columns_fit_state check (
        (cause is not null) = (state in ('HELD', 'GIVEN')) and (given_at is not null) = (state = 'GIVEN'))
);
create index code_free on catalogue.code (office, pool, expires_on, id) where state = 'FREE';
create index code_by_cause on catalogue.code (office, cause) where cause is not null;

create function catalogue.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger stock_movement_is_append_only before update or delete on catalogue.stock_movement
    for each row execute function catalogue.refuse_change();

-- The last word on "never below what is held", whoever writes: holds the item's row, then sums.
create function catalogue.refuse_overdraft() returns trigger language plpgsql as $$
declare
    available bigint;
begin
    perform 1 from catalogue.stock_item where office = new.office and offer = new.offer for update;
    select coalesce(sum(on_hand - held), 0) into available
        from catalogue.stock_movement where office = new.office and offer = new.offer;
    if available < 0 then
        raise exception 'stock of % would be %', new.offer, available using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger stock_is_never_overdrawn after insert on catalogue.stock_movement
    for each row execute function catalogue.refuse_overdraft();

-- A code that was given stays given, to whom it was given.
create function catalogue.refuse_giving_again() returns trigger language plpgsql as $$
begin
    if old.state = 'GIVEN' and (new.state <> 'GIVEN' or new.cause <> old.cause) then
        raise exception 'code % was given', old.id;
    end if;
    return new;
end $$;
create trigger code_is_given_once before update on catalogue.code
    for each row execute function catalogue.refuse_giving_again();
