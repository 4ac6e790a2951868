-- Until when money is waited for, where that is not what the office's terms say: more time was given, or a cheque is
-- on its way (ORD-13, PAY-04).
alter table payment.payable add column last_day date;

-- Cheques that were taken to the bank.
create table payment.banked (
    receipt            uuid primary key references payment.receipt,
    banked_on          date not null,
    reference          text not null,
    recorded_at        timestamptz not null,
    recorded_by        text not null,
    recorded_by_person uuid
);
create index receipt_by_means on payment.receipt (office, means, received_on);
create trigger banked_is_append_only before update or delete on payment.banked
    for each row execute function payment.refuse_change();
