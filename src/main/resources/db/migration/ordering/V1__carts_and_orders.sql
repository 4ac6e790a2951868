create schema if not exists ordering;

-- The cart keeps what was typed, also what is no number.
create table ordering.cart_line (
    organisation uuid not null,
    offer        text not null,
    quantity     text not null,
    added_at     timestamptz not null,
    primary key (organisation, offer)
);
create table ordering.cart_answer (
    organisation uuid not null,
    offer        text not null,
    question     text not null,
    answer       text not null,
    primary key (organisation, offer, question),
    foreign key (organisation, offer) references ordering.cart_line on delete cascade
);
create table ordering.cart_person (
    organisation uuid not null,
    offer        text not null,
    position     int not null,
    name         text not null,
    email        text not null,
    new_user     boolean,
    primary key (organisation, offer, position),
    foreign key (organisation, offer) references ordering.cart_line on delete cascade
);
create table ordering.cart_acceptance (
    organisation uuid not null,
    offer        text not null,
    text         text not null,
    version      text not null,
    language     text not null,
    accepted_at  timestamptz not null,
    accepted_by  text not null,
    primary key (organisation, offer, text),
    foreign key (organisation, offer) references ordering.cart_line on delete cascade
);

create table ordering.placed_order (
    id              uuid primary key,
    office          text not null,
    number          bigint not null check (number > 0),
    organisation    uuid not null,
    placed_by       text not null,
    placed_person   uuid,
    idempotency_key text not null check (idempotency_key <> ''),
    placed_at       timestamptz not null,
    language        text not null,
    currency        text not null check (currency ~ '^[A-Z]{3}$'),
    deliver_to      text not null,
    needs_approval  boolean not null,
    state           text not null check (state in ('AWAITING_PAYMENT', 'AWAITING_APPROVAL', 'IN_FULFILMENT',
                        'DELIVERED', 'CANCELLED', 'REFUSED', 'EXPIRED')),
    since           timestamptz not null,
    paid_at         timestamptz,
    transmitted_at  timestamptz,
    ended_by        text,
    reason          text,
    constraint order_number_once unique (office, number),
    constraint order_key_once unique (organisation, idempotency_key),
    constraint order_columns_fit_state check (
        (paid_at is null or state <> 'AWAITING_PAYMENT')
        and (paid_at is not null or state in ('AWAITING_PAYMENT', 'CANCELLED', 'EXPIRED'))
        and ((reason is not null and ended_by is not null) = (state in ('CANCELLED', 'REFUSED'))))
);
create index order_by_organisation on ordering.placed_order (organisation, placed_at desc);
create index order_by_office on ordering.placed_order (office, state, placed_at);

create table ordering.order_line (
    order_id           uuid not null references ordering.placed_order,
    position           int not null check (position > 0),
    offer              text not null,
    sku                text not null,
    title              text not null,
    kind               text not null,
    partner            text not null,
    programme          text not null,
    quantity           bigint not null check (quantity > 0),
    fee_minor          bigint not null check (fee_minor >= 0),
    vat_percent        numeric(7, 4) not null check (vat_percent >= 0),
    net_minor          bigint not null,
    vat_minor          bigint not null,
    gross_minor        bigint not null,
    market_value_minor bigint,
    expected_on        date,
    delivered_at       timestamptz,
    primary key (order_id, position),
    constraint line_net check (net_minor = fee_minor * quantity),
    constraint line_gross check (gross_minor = net_minor + vat_minor)
);
create table ordering.line_acceptance (
    order_id    uuid not null,
    position    int not null,
    text        text not null,
    version     text not null,
    language    text not null,
    accepted_at timestamptz not null,
    accepted_by text not null,
    primary key (order_id, position, text),
    foreign key (order_id, position) references ordering.order_line
);
create table ordering.line_answer (
    order_id uuid not null,
    position int not null,
    question text not null,
    asked    text not null,
    answer   text not null,
    primary key (order_id, position, question),
    foreign key (order_id, position) references ordering.order_line
);
create table ordering.line_person (
    order_id uuid not null,
    position int not null,
    place    int not null,
    name     text not null,
    email    text not null,
    new_user boolean,
    primary key (order_id, position, place),
    foreign key (order_id, position) references ordering.order_line
);

-- What was handed over. Keys, PINs and codes are sealed by the vault; codes of a pool stay with the pool.
create table ordering.hand_over (
    id        uuid primary key,
    order_id  uuid not null,
    position  int not null,
    kind      text not null check (kind in ('KEY', 'DOWNLOAD', 'PIN', 'CODE', 'TOKEN', 'PARCEL', 'SUPPORT_CONTRACT',
                  'LINK')),
    sealed    bytea,
    address   text,
    carrier   text,
    reference text,
    on_day    date,
    at        timestamptz not null,
    by        text not null,
    foreign key (order_id, position) references ordering.order_line,
    constraint hand_over_fits_kind check (
        (sealed is null or kind in ('KEY', 'PIN', 'CODE'))
        and (sealed is not null or kind not in ('KEY', 'PIN'))
        and (address is not null) = (kind in ('DOWNLOAD', 'LINK'))
        and (carrier is not null) = (kind = 'PARCEL'))
);
create index hand_over_by_line on ordering.hand_over (order_id, position, at);

create table ordering.order_event (
    id       bigint generated always as identity primary key,
    order_id uuid not null references ordering.placed_order,
    kind     text not null,
    detail   text not null,
    at       timestamptz not null,
    by       text not null
);
create index order_event_by_order on ordering.order_event (order_id, id);

create function ordering.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger line_acceptance_is_append_only before update or delete on ordering.line_acceptance
    for each row execute function ordering.refuse_change();
create trigger line_answer_is_append_only before update or delete on ordering.line_answer
    for each row execute function ordering.refuse_change();
create trigger hand_over_is_append_only before update or delete on ordering.hand_over
    for each row execute function ordering.refuse_change();
create trigger order_event_is_append_only before update or delete on ordering.order_event
    for each row execute function ordering.refuse_change();
create trigger order_is_never_deleted before delete on ordering.placed_order
    for each row execute function ordering.refuse_change();
