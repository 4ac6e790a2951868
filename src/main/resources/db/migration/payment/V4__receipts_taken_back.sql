-- Money that came and was taken back again, by whoever carried it: a cheque without cover, a dispute that was lost, a
-- transfer that the bank recalled. The receipt stays as it was; what is here is the sum of both.
create table payment.taken_back (
    id                 uuid primary key,
    payable            uuid not null references payment.payable,
    receipt            uuid not null references payment.receipt,
    office             text not null,
    reference          text not null check (reference <> ''),
    amount_minor       bigint not null check (amount_minor > 0),
    costs_minor        bigint check (costs_minor > 0),
    means              text not null check (means in ('TRANSFER', 'CARD', 'PAYPAL', 'CHEQUE')),
    taken_on           date not null,
    reason             text not null,
    recorded_at        timestamptz not null,
    recorded_by        text not null,
    recorded_by_person uuid,
    constraint taken_back_once unique (office, reference)
);
create index taken_back_by_payable on payment.taken_back (payable);
create trigger taken_back_is_append_only before update or delete on payment.taken_back
    for each row execute function payment.refuse_change();

-- Money that was promised back out of such a receipt goes nowhere.
alter table payment.payout drop constraint payout_columns_fit_state;
alter table payment.payout drop constraint payout_state_check;
alter table payment.payout
    add constraint payout_state_check check (state in ('DUE', 'SENT', 'FAILED', 'DROPPED')),
    add constraint payout_columns_fit_state
        check ((state = 'SENT') = (sent_on is not null and reference is not null)
               and (state in ('FAILED', 'DROPPED')) = (failure is not null));
