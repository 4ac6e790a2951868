-- What came back for money, once for each return and line. Without a document it was not invoiced yet: it never will be.
create table invoicing.returned (
    return_key   text not null check (return_key <> ''),
    office       text not null,
    order_number bigint not null,
    order_line   int not null,
    units        bigint not null check (units > 0),
    document     uuid references invoicing.document,
    primary key (return_key, order_line)
);
create index returned_by_line on invoicing.returned (office, order_number, order_line);
create trigger returned_is_append_only before update or delete on invoicing.returned
    for each row execute function invoicing.refuse_change();

-- A waiting line of which units came back waits with the rest; with none left it is there for nobody to bill it again.
alter table invoicing.line drop constraint line_quantity_check;
alter table invoicing.line add constraint line_has_units check (quantity > 0 or (quantity = 0 and document is null));
drop index invoicing.line_waiting;
create index line_waiting on invoicing.line (office, organisation, delivered_on) where document is null and quantity > 0;

create function invoicing.refuse_change_of_issued() returns trigger language plpgsql as $$
begin
    if exists (select from invoicing.line l where l.id = old.line and l.document is not null) then
        raise exception 'invoicing.% is append-only', tg_table_name;
    end if;
    return new;
end $$;
drop trigger line_tax_is_append_only on invoicing.line_tax;
create trigger line_tax_is_issued_once before update on invoicing.line_tax
    for each row execute function invoicing.refuse_change_of_issued();
create trigger line_tax_is_never_deleted before delete on invoicing.line_tax
    for each row execute function invoicing.refuse_change();

-- Offices whose orders of the time before there were invoices were looked through.
create table invoicing.caught_up (
    office text primary key,
    at     timestamptz not null
);
