create schema if not exists audit;

-- Who did what to whom, for which organisation, why. Lines are added, never changed: the trigger refuses the rest,
-- whoever asks.
create table audit.line (
    number       bigint generated always as identity primary key,
    at           timestamptz not null,
    actor_kind   text not null check (actor_kind in ('MEMBER', 'STAFF', 'PARTNER', 'PRODUCT')),
    actor_id     text check (actor_id <> ''),
    actor_label  text not null,
    action       text not null check (action ~ '^[a-z-]+(\.[a-z-]+)+$'),
    subject_type text not null check (subject_type ~ '^[a-z-]+$'),
    subject_id   text not null,
    organisation uuid,
    detail       text not null,
    constraint people_and_partners_have_an_id check ((actor_id is null) = (actor_kind = 'PRODUCT'))
);
create index line_by_organisation on audit.line (organisation, number desc) where organisation is not null;
create index line_by_subject on audit.line (subject_type, subject_id, number desc);
create index line_by_actor on audit.line (actor_id, number desc) where actor_id is not null;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail only grows: % on audit.% is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger line_only_grows before update or delete on audit.line
    for each row execute function audit.refuse_change();
create trigger line_is_never_emptied before truncate on audit.line
    for each statement execute function audit.refuse_change();
