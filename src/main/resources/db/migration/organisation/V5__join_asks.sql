-- A request to join as its asker sees it: kept whether or not an organisation has the number, so that the page says
-- the same of both (ACC-06, ORG-08). `request` is what the holder answers, where there is an organisation.
create table organisation.join_ask (
    id           uuid primary key,
    person       uuid not null,
    office       text not null,
    scheme       text,
    number       text,
    -- What the asker called it, where staff found that it is registered under another number.
    known_as     text check (known_as <> ''),
    message      text not null,
    asked_at     timestamptz not null,
    holder_until timestamptz not null,
    request      uuid references organisation.join_request,
    outcome      text check (outcome in ('ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    ended_at     timestamptz,
    constraint number_is_whole check ((scheme is null) = (number is null)),
    constraint end_is_whole check ((outcome is null) = (ended_at is null))
);
-- Asking again while it is open changes nothing.
create unique index join_ask_one_open on organisation.join_ask (person, office, scheme, number)
    where outcome is null and number is not null;
create index join_ask_by_request on organisation.join_ask (request) where request is not null;
create index join_ask_by_number on organisation.join_ask (office, scheme, number) where outcome is null and request is null;

-- Of requests that are open already nobody knows any more which number was typed.
insert into organisation.join_ask (id, person, office, message, asked_at, holder_until, request)
select gen_random_uuid(), j.person, r.office, j.message, j.asked_at, j.holder_until, j.id
  from organisation.join_request j join organisation.registration r on r.id = j.organisation
 where j.accepted is null;
