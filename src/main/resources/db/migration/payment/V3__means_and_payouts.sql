-- How money came and whose it is, so that it goes back the same way (PAY-03, PAY-04, ORD-09).
alter table payment.receipt
    add column means         text not null default 'TRANSFER' check (means in ('TRANSFER', 'CARD', 'PAYPAL', 'CHEQUE')),
    add column payer_name    text,
    add column payer_account text,
    add column fee_minor     bigint check (fee_minor > 0 and fee_minor < amount_minor),
    add column movement      text check (movement <> '');

-- Money given back for what was owed, such as goods that came back, lowers what is owed; an excess does not.
alter table payment.repayment add column lowers_owed boolean not null default false;

alter table payment.payable add column withdrawn_at timestamptz;
update payment.payable p
   set withdrawn_at = coalesce((select max(r.noted_at) from payment.repayment r where r.payable = p.id), p.expected_at)
 where state = 'WITHDRAWN';
alter table payment.payable add constraint payable_withdrawn_has_time
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null));

-- Money on its way back. It names what it is for: something billed, or a movement of the bank that was for nothing.
create table payment.payout (
    id            uuid primary key,
    office        text not null,
    organisation  uuid,
    payable       uuid references payment.payable,
    repayment     uuid references payment.repayment,
    receipt       text,
    movement      text,
    means         text not null check (means in ('TRANSFER', 'CARD', 'PAYPAL', 'CHEQUE')),
    amount_minor  bigint not null check (amount_minor > 0),
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    payee_name    text,
    payee_account text,
    reason        text not null,
    state         text not null check (state in ('DUE', 'SENT', 'FAILED')),
    turn          integer not null default 1 check (turn > 0),
    due_at        timestamptz not null,
    due_by        text not null,
    due_by_person uuid,
    sent_on       date,
    reference     text,
    failure       text,
    constraint payout_is_for_one_thing check ((payable is null) = (movement is not null)),
    constraint payout_of_payable_is_whole
        check ((payable is null) = (organisation is null) and (payable is null) = (repayment is null)),
    constraint payout_once unique (office, movement),
    constraint payout_columns_fit_state
        check ((state = 'SENT') = (sent_on is not null and reference is not null)
               and (state = 'FAILED') = (failure is not null))
);
create index payout_by_payable on payment.payout (payable);
create index payout_by_state on payment.payout (office, state, due_at);
create trigger payout_is_never_deleted before delete on payment.payout
    for each row execute function payment.refuse_change();

-- What was billed before there was a ledger, until it is posted.
create table payment.unposted (
    payable uuid primary key references payment.payable
);
insert into payment.unposted select id from payment.payable;
