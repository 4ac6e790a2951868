create schema if not exists invoicing;

-- The last number given in an office and year. Whoever gives the next locks the row until its transaction ends: a
-- number that was not committed is given again, so that there are no gaps.
create table invoicing.counter (
    office text not null,
    year   int not null,
    last   bigint not null check (last >= 0),
    primary key (office, year)
);

-- Whom an organisation is as invoices say it, kept up to date from its first delivery on.
create table invoicing.buyer (
    organisation uuid primary key,
    language     text not null,
    party        jsonb not null
);

-- An invoice or a credit note as issued. Its words and parties are those of that day.
create table invoicing.document (
    id               uuid primary key,
    office           text not null,
    prefix           text not null,
    year             int not null,
    place            bigint not null check (place > 0),
    kind             text not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
    corrects         uuid references invoicing.document,
    reason           text check (reason <> ''),
    organisation     uuid not null,
    language         text not null,
    issued_on        date not null,
    due_on           date not null,
    period_from      date,
    period_until     date,
    currency         text not null check (currency ~ '^[A-Z]{3}$'),
    net_minor        bigint not null check (net_minor >= 0),
    tax_minor        bigint not null check (tax_minor >= 0),
    paid_minor       bigint not null check (paid_minor >= 0),
    seller           jsonb not null,
    buyer            jsonb not null,
    issued_at        timestamptz not null,
    issued_by        text not null,
    issued_by_person uuid,
    constraint document_number_once unique (office, year, place),
    constraint only_credit_notes_correct check (
        (kind = 'CREDIT_NOTE') = (corrects is not null) and (corrects is null) = (reason is null))
);
create index document_by_organisation on invoicing.document (organisation, issued_on desc);
create index document_by_corrected on invoicing.document (corrects) where corrects is not null;

-- What was delivered, each line of an order once; without a document it waits for the month's run. A credit note's
-- lines name the line they give back.
create table invoicing.line (
    id           bigint generated always as identity primary key,
    office       text not null,
    organisation uuid not null,
    order_number bigint not null,
    order_line   int not null,
    partner      text not null,
    kind         text not null,
    sku          text not null,
    title        text not null,
    quantity     bigint not null check (quantity > 0),
    currency     text not null,
    fee_minor    bigint not null check (fee_minor >= 0),
    net_minor    bigint not null generated always as (quantity * fee_minor) stored,
    tax_minor    bigint not null check (tax_minor >= 0),
    delivered_on date not null,
    document     uuid references invoicing.document,
    credits      bigint references invoicing.line,
    constraint credited_lines_are_issued check (credits is null or document is not null)
);
create unique index line_once on invoicing.line (office, order_number, order_line) where credits is null;
create index line_waiting on invoicing.line (office, organisation, delivered_on) where document is null;
create index line_by_document on invoicing.line (document) where document is not null;
create index line_by_credited on invoicing.line (credits) where credits is not null;

create table invoicing.line_tax (
    line         bigint not null references invoicing.line,
    place        int not null check (place > 0),
    code         text not null check (code <> ''),
    name         text,
    percent      numeric(7, 4) not null check (percent >= 0),
    category     text not null check (category in ('S', 'Z', 'E', 'AE', 'O')),
    reason       text,
    amount_minor bigint not null check (amount_minor >= 0),
    primary key (line, place)
);

-- The documents as people and machines get them, made once.
create table invoicing.file (
    document uuid not null references invoicing.document,
    form     text not null check (form in ('PDF', 'UBL')),
    content  bytea not null,
    made_at  timestamptz not null,
    primary key (document, form)
);

-- Documents whose files are to be made and whose letter is to be written; a row goes with its letter.
create table invoicing.unsent (
    office text not null,
    year   int not null,
    place  bigint not null,
    primary key (office, year, place),
    foreign key (office, year, place) references invoicing.document (office, year, place)
);

-- Who had a month's run made, and what came of it.
create table invoicing.run (
    id              uuid primary key,
    office          text not null,
    until           date not null,
    state           text not null check (state in ('UNDER_WAY', 'DONE')),
    invoices        bigint not null check (invoices >= 0),
    gross_minor     bigint not null check (gross_minor >= 0),
    started_at      timestamptz not null,
    ended_at        timestamptz,
    started_by        text not null,
    started_by_person uuid,
    constraint run_ends_once check ((ended_at is not null) = (state = 'DONE'))
);
create unique index run_under_way on invoicing.run (office) where state = 'UNDER_WAY';

create function invoicing.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'invoicing.% is append-only', tg_table_name;
end $$;
create trigger document_is_append_only before update or delete on invoicing.document
    for each row execute function invoicing.refuse_change();
create trigger line_tax_is_append_only before update or delete on invoicing.line_tax
    for each row execute function invoicing.refuse_change();
create trigger file_is_append_only before update or delete on invoicing.file
    for each row execute function invoicing.refuse_change();
create trigger line_is_never_deleted before delete on invoicing.line
    for each row execute function invoicing.refuse_change();
create trigger line_is_issued_once before update on invoicing.line
    for each row when (old.document is not null) execute function invoicing.refuse_change();
