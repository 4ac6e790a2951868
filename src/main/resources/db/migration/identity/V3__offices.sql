-- The offices that somebody of staff works for (ACC-08): all there are and will be, or those named. Who was staff before
-- worked for all.
alter table identity.person
    add column all_offices boolean not null default false,
    add column offices     text[] not null default '{}' check (array_position(offices, '') is null);

update identity.person
set all_offices = true
where roles && array ['REVIEWER', 'PROGRAMME_MANAGER', 'FINANCE', 'SUPPORT', 'ADMINISTRATOR'];

alter table identity.person
    add constraint all_offices_or_some check (not all_offices or cardinality(offices) = 0),
    add constraint only_staff_works_for_offices check (
        roles && array ['REVIEWER', 'PROGRAMME_MANAGER', 'FINANCE', 'SUPPORT', 'ADMINISTRATOR']
        or (not all_offices and cardinality(offices) = 0));

-- The office whose site a stranger asked at. What was asked before is every office's.
alter table identity.recovery add column office text check (office <> '');
