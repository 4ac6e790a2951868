-- Which organisations may pay by cheque; the trail keeps what was decided before (PAY-04).
create table ordering.cheque_permission (
    organisation      uuid primary key,
    allowed           boolean not null,
    reason            text not null check (reason <> ''),
    decided_at        timestamptz not null,
    decided_by        text not null,
    decided_by_person uuid
);

-- Orders that wait for a cheque hold no stock until it comes.
create table ordering.cheque_order (
    order_id         uuid primary key references ordering.placed_order,
    chosen_at        timestamptz not null,
    held_at          timestamptz
);
