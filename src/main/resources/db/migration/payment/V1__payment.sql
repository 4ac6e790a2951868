create schema if not exists payment;

-- The ten digits before the check digits: each number is used for one payable, for ever.
create sequence payment.communication_number start with 10000001 maxvalue 9999999999 no cycle;

create table payment.payable (
    id            uuid primary key,
    kind          text not null,
    number        text not null,
    organisation  uuid not null,
    office        text not null,
    amount_minor  bigint not null check (amount_minor >= 0),
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    communication text not null unique check (communication ~ '^[0-9]{12}$'),
    state         text not null check (state in ('AWAITING', 'SETTLED', 'WITHDRAWN')),
    expected_at   timestamptz not null,
    settled_at    timestamptz,
    constraint payable_once unique (kind, number),
    constraint payable_settled_has_time check (state <> 'SETTLED' or settled_at is not null),
    constraint payable_awaiting_has_no_time check (state <> 'AWAITING' or settled_at is null)
);
create index payable_by_office on payment.payable (office, state, expected_at);
create index payable_by_organisation on payment.payable (organisation, expected_at);

create table payment.receipt (
    id             uuid primary key,
    payable        uuid not null references payment.payable,
    office         text not null,
    bank_reference text not null check (bank_reference <> ''),
    amount_minor   bigint not null check (amount_minor > 0),
    received_on    date not null,
    recorded_at    timestamptz not null,
    recorded_by    text not null,
    constraint receipt_once unique (office, bank_reference)
);
create index receipt_by_payable on payment.receipt (payable);

create table payment.repayment (
    id           uuid primary key,
    payable      uuid not null references payment.payable,
    amount_minor bigint not null check (amount_minor > 0),
    reason       text not null,
    noted_at     timestamptz not null,
    noted_by     text not null
);
create index repayment_by_payable on payment.repayment (payable);

create function payment.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger receipt_is_append_only before update or delete on payment.receipt
    for each row execute function payment.refuse_change();
create trigger repayment_is_append_only before update or delete on payment.repayment
    for each row execute function payment.refuse_change();
create trigger payable_is_never_deleted before delete on payment.payable
    for each row execute function payment.refuse_change();
