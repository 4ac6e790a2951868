-- A branch without a legal number of its own names the organisation it belongs to (ORG-06).
alter table organisation.registration
    add column parent_name text,
    add column parent_scheme text,
    add column parent_number text,
    add constraint parent_number_is_whole check (
        (parent_scheme is null) = (parent_number is null)
        and (parent_scheme is null or parent_name is not null));
create index registration_by_parent_number on organisation.registration (office, parent_scheme, parent_number)
    where parent_number is not null;

-- The tie of a submitted branch to its parent, which may not be with us yet, and what staff thinks of its letter.
create table organisation.branch (
    organisation     uuid primary key references organisation.registration,
    parent           uuid references organisation.registration check (parent <> organisation),
    letter           text not null check (letter in ('WAITING', 'ACCEPTED', 'REFUSED')),
    letter_reasons   text[] not null,
    letter_words     text not null,
    judged_at        timestamptz,
    judged_by        uuid,
    judged_by_name   text,
    -- The parent's holder says that it is none of theirs, until staff judges the letter anew.
    disowned_at      timestamptz,
    disowned_by      uuid,
    disowned_by_name text,
    disowned_words   text check (disowned_words <> ''),
    -- The end of the parent's qualification for which staff was asked to look at the branch.
    parent_lost_at   timestamptz,
    constraint judgement_is_whole check (
        (judged_at is not null) = (letter <> 'WAITING') and (judged_by is null) = (judged_at is null)
        and (judged_by_name is null) = (judged_at is null)),
    constraint refusal_has_reasons check ((cardinality(letter_reasons) > 0) = (letter = 'REFUSED')),
    constraint disowning_is_whole check (
        (disowned_at is null) = (disowned_words is null) and (disowned_at is null) = (disowned_by_name is null)),
    constraint only_a_parent_disowns check (disowned_at is null or parent is not null)
);
create index branch_by_parent on organisation.branch (parent);
