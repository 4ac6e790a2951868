-- A file of transfers that an office asked its bank to make, as it was written; a copy is these bytes.
create table banking.transfer_file (
    id                uuid primary key,
    office            text not null,
    name              text not null unique,
    content           bytea not null,
    sum_minor         bigint not null check (sum_minor > 0),
    written_at        timestamptz not null,
    written_by        text not null,
    written_by_person uuid
);
create index transfer_file_by_office on banking.transfer_file (office, written_at);

-- One payout is asked for once, however often it is directed anew: each time is a turn.
create table banking.transfer (
    end_to_end text primary key,
    file       uuid not null references banking.transfer_file,
    payout     uuid not null,
    turn       integer not null check (turn > 0),
    constraint transfer_once unique (payout, turn)
);
create index transfer_by_file on banking.transfer (file);

create trigger transfer_file_is_append_only before update or delete on banking.transfer_file
    for each row execute function banking.refuse_change();
create trigger transfer_is_append_only before update or delete on banking.transfer
    for each row execute function banking.refuse_change();
