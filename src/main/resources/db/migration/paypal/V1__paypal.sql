create schema if not exists paypal;

-- One try to pay a payable by PayPal or card. Its id is what PayPal knows it by (custom_id), so every answer finds it.
create table paypal.attempt (
    id                uuid primary key,
    payable_kind      text not null,
    payable_number    text not null,
    organisation      uuid not null,
    office            text not null,
    choice            text not null check (choice in ('PAYPAL', 'CARD')),
    amount_minor      bigint not null check (amount_minor > 0),
    currency          text not null check (currency ~ '^[A-Z]{3}$'),
    state             text not null check (state in
        ('BEGUN', 'OPEN', 'ASKED', 'PENDING', 'CAPTURED', 'REFUSED', 'LEFT', 'TAKEN_BACK')),
    since             timestamptz not null,
    paypal_order      text unique,
    approve_at        text,
    capture           text unique,
    captured_minor    bigint check (captured_minor > 0),
    fee_minor         bigint check (fee_minor >= 0),
    reason            text not null default '',
    looks             integer not null default 0,
    started_at        timestamptz not null,
    started_by        text not null,
    started_by_person uuid,
    constraint attempt_with_order check (state in ('BEGUN', 'LEFT') or paypal_order is not null),
    constraint attempt_with_capture check
        (state not in ('PENDING', 'CAPTURED', 'TAKEN_BACK') or capture is not null),
    constraint attempt_with_money check
        (state not in ('CAPTURED', 'TAKEN_BACK') or captured_minor is not null)
);
create index attempt_by_payable on paypal.attempt (payable_kind, payable_number, started_at);
create index attempt_by_office on paypal.attempt (office, state, started_at);

-- What PayPal told, each message once; of its content only what is needed, for it may name the buyer.
create table paypal.message (
    office      text not null,
    id          text not null check (id <> ''),
    kind        text not null,
    resource    text not null,
    attempt     uuid,
    received_at timestamptz not null,
    heard_at    timestamptz,
    primary key (office, id)
);
create index message_by_attempt on paypal.message (attempt);
