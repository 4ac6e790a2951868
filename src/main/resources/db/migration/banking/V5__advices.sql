-- What a report within the day (camt.052) or an advice (camt.054) tells of a booking: nothing is counted by it. The
-- statement counts the booking; the payments that the advice tells are then parts of that movement.
create table banking.advice (
    id           uuid primary key,
    file         uuid not null references banking.bank_file,
    position     integer not null check (position >= 0),
    office       text not null,
    account      text not null,
    kind         text not null check (kind in ('REPORT', 'ADVICE')),
    told_on      date not null,
    amount_minor bigint not null check (amount_minor <> 0),
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    names        text[] not null,
    payments     integer not null check (payments >= 0),
    fingerprint  text not null,
    movement     uuid references banking.movement,
    constraint advice_once unique (office, account, fingerprint)
);
create index advice_waiting on banking.advice (office, account) where movement is null;
create trigger advice_is_never_deleted before delete on banking.advice
    for each row execute function banking.refuse_change();
create trigger advice_is_only_seen before update on banking.advice for each row
    when ((to_jsonb(old) - 'movement') is distinct from (to_jsonb(new) - 'movement') or old.movement is not null)
    execute function banking.refuse_change();

-- A booking of several payments is split once they are told: each is a movement, and the booking is decided by that.
alter table banking.movement add column part_of uuid references banking.movement;
create index movement_parts on banking.movement (part_of) where part_of is not null;
alter table banking.decision drop constraint decision_kind_check;
alter table banking.decision add constraint decision_kind_check
    check (kind in ('ASSIGNED', 'SENT_BACK', 'SET_ASIDE', 'TAKEN_BACK', 'PAID_OUT', 'SPLIT'));
