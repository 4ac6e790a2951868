-- Who is told when an offer is back in stock: one letter for each time it was asked for (CAT-05).
create table catalogue.product_alert (
    id           uuid primary key,
    person       uuid not null,
    organisation uuid not null,
    office       text not null,
    offer        text not null,
    asked_at     timestamptz not null,
    told_at      timestamptz
);
create unique index alert_asked_once on catalogue.product_alert (person, organisation, offer) where told_at is null;
create index alert_waiting on catalogue.product_alert (office, offer) where told_at is null;

-- The partners of an office that its readers were told of, or that were there from the first day (NOT-03).
create table catalogue.known_partner (
    office   text not null,
    partner  text not null,
    known_at timestamptz not null,
    primary key (office, partner)
);
