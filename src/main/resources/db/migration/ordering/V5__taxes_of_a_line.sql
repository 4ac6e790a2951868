-- A line may bear several taxes, each with its own name and amount: GST and QST in Québec (INV-02).
create table ordering.line_tax (
    order_id     uuid not null,
    position     int not null,
    place        int not null check (place > 0),
    code         text not null check (code <> ''),
    name         text check (name <> ''),
    percent      numeric(7, 4) not null check (percent >= 0),
    category     text not null,
    reason       text check (reason <> ''),
    amount_minor bigint not null check (amount_minor >= 0),
    primary key (order_id, position, place),
    foreign key (order_id, position) references ordering.order_line,
    constraint tax_fits_category check ((percent > 0) = (category = 'STANDARD')),
    constraint tax_none_where_none check (percent > 0 or amount_minor = 0),
    constraint tax_says_why check (
        reason is not null or category not in ('EXEMPT', 'REVERSE_CHARGE'))
);

-- What was agreed stays: one tax for each line, by the name it had then.
insert into ordering.line_tax
    (order_id, position, place, code, name, percent, category, amount_minor)
select order_id,
       position,
       1,
       case when coalesce(trim(both '-' from regexp_replace(lower(tax_name), '[^a-z0-9]+', '-', 'g')), '') = ''
            then 'vat-standard'
            else trim(both '-' from regexp_replace(lower(tax_name), '[^a-z0-9]+', '-', 'g')) end,
       tax_name,
       vat_percent,
       case when vat_percent > 0 then 'STANDARD' else 'ZERO' end,
       vat_minor
from ordering.order_line;

alter table ordering.order_line drop column vat_percent;
alter table ordering.order_line drop column tax_name;
