-- A line may come in several parts: it is delivered once its last part was handed over and every parcel has arrived
-- (ORD-11).
alter table ordering.hand_over
    add column contents text check (contents <> ''),
    add constraint contents_are_of_a_parcel check (contents is null or kind = 'PARCEL');
alter table ordering.order_line add column all_handed_at timestamptz;
update ordering.order_line set all_handed_at = delivered_at;
alter table ordering.order_line
    add constraint all_handed_before_delivered check (delivered_at is null or all_handed_at is not null);

create table ordering.parcel_arrival (
    hand_over  uuid primary key references ordering.hand_over,
    arrived_on date not null,
    at         timestamptz not null,
    by         text not null
);
insert into ordering.parcel_arrival
    select h.id, l.delivered_at::date, l.delivered_at, h.by
    from ordering.hand_over h
    join ordering.order_line l on l.order_id = h.order_id and l.position = h.position
    where h.kind = 'PARCEL' and l.delivered_at is not null;
create trigger parcel_arrival_is_append_only before update or delete on ordering.parcel_arrival
    for each row execute function ordering.refuse_change();

-- The partner's support for a line: planned from the last parcel, active from its day on. Both days included; without an
-- end where the partner names none.
create table ordering.support_contract (
    order_id  uuid not null,
    position  int not null,
    number    text check (number <> ''),
    starts_on date not null,
    ends_on   date,
    active_at timestamptz,
    primary key (order_id, position),
    foreign key (order_id, position) references ordering.order_line,
    constraint contract_lasts check (ends_on is null or ends_on >= starts_on)
);

-- Who has a unit, and who had it before (ORD-12). A freed seat stays as it was: its place is never given again.
alter table ordering.line_person
    add column assigned_at timestamptz,
    add column assigned_by text,
    add column freed_at timestamptz,
    add column freed_by text;
update ordering.line_person p set assigned_at = o.placed_at, assigned_by = o.placed_by
    from ordering.placed_order o where o.id = p.order_id;
alter table ordering.line_person
    alter column assigned_at set not null,
    alter column assigned_by set not null,
    add constraint freed_by_somebody check ((freed_at is null) = (freed_by is null)),
    add constraint freed_after_assigned check (freed_at >= assigned_at);
