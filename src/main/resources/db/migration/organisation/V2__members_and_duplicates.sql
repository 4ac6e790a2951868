-- A place among the members, offered to an e-mail address (ACC-05). Who signs in with that confirmed address takes it.
create table organisation.invitation (
    id           uuid primary key,
    organisation uuid not null references organisation.registration,
    email        text not null check (email like '%@%'),
    role         text not null check (role in ('ORDERER', 'READER')),
    state        text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    invited_by   uuid not null,
    invited_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > invited_at),
    ended_at     timestamptz,
    constraint end_fits_state check ((ended_at is null) = (state = 'OPEN'))
);
create unique index invitation_one_open on organisation.invitation (organisation, lower(email)) where state = 'OPEN';
create index invitation_open_by_email on organisation.invitation (lower(email)) where state = 'OPEN';

-- The holder's role passes from one person to another: proposed by the holder, or begun by staff with evidence when the
-- holder has left (ACC-05). `due_at` is when the first lapses and the second takes effect.
create table organisation.hand_over (
    id              uuid primary key,
    organisation    uuid not null references organisation.registration,
    from_person     uuid not null,
    to_person       uuid not null check (to_person <> from_person),
    state           text not null check (state in ('OPEN', 'DONE', 'DECLINED', 'WITHDRAWN', 'STOPPED', 'LAPSED')),
    begun_at        timestamptz not null,
    due_at          timestamptz not null,
    ended_at        timestamptz,
    by_staff        uuid,
    reason          text check (reason <> ''),
    proof_name      text,
    proof_type      text,
    proof_stored_as text unique,
    constraint end_fits_state check ((ended_at is null) = (state = 'OPEN')),
    constraint staff_gives_reason_and_proof check (
        (by_staff is null) = (reason is null) and (by_staff is null) = (proof_name is null)
        and (by_staff is null) = (proof_type is null) and (by_staff is null) = (proof_stored_as is null))
);
create unique index hand_over_one_open on organisation.hand_over (organisation) where state = 'OPEN';
create index hand_over_by_organisation on organisation.hand_over (organisation, begun_at desc);

-- Until then the holder answers, from then on staff may, too (ACC-06).
alter table organisation.join_request add column holder_until timestamptz;
update organisation.join_request set holder_until = asked_at;
alter table organisation.join_request alter column holder_until set not null;

-- A draft that is near certainly the same as a registered organisation: held until staff decides (ORG-03).
create table organisation.held_duplicate (
    organisation uuid not null references organisation.registration,
    other        uuid not null references organisation.registration,
    likeness     text[] not null check (cardinality(likeness) > 0),
    state        text not null check (state in ('OPEN', 'DISTINCT', 'SAME', 'GONE')),
    held_at      timestamptz not null,
    decided_at   timestamptz,
    decided_by   text,
    reason       text,
    primary key (organisation, other),
    check (organisation <> other),
    constraint decision_fits_state check (
        (decided_at is not null) = (state <> 'OPEN')
        and (decided_by is not null) = (state in ('DISTINCT', 'SAME'))
        and (reason is not null) = (state in ('DISTINCT', 'SAME')))
);
create index held_duplicate_open on organisation.held_duplicate (held_at) where state = 'OPEN';

-- Names as they are compared: without case and accents. `unaccent` itself may not stand in an index, since its
-- dictionary could be changed; ours is not.
create function organisation.plain(name text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent', name));
drop index organisation.registration_by_name;
create index registration_by_plain_name on organisation.registration
    using gin (organisation.plain(legal_name) gin_trgm_ops);
