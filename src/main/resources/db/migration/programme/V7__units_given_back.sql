-- Units that came back after they were used: what an entry counts is its quantity less these (ORD-09). One row for each
-- cause, such as a return; nothing here is ever changed or removed.
create table programme.allotment_given_back (
    entry bigint not null references programme.allotment_entry,
    cause text not null,
    units bigint not null check (units > 0),
    at    timestamptz not null,
    primary key (entry, cause)
);
create trigger allotment_given_back_stays before update or delete on programme.allotment_given_back
    for each statement execute function programme.refuse_change();
