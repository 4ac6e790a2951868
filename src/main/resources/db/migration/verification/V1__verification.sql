create schema if not exists verification;

-- What people call a case by.
create sequence verification.case_number start 1001;

create table verification.qualification_case (
    id                uuid primary key,
    number            bigint not null unique,
    organisation      uuid not null,
    office            text not null,
    kind              text not null check (kind in ('FIRST', 'AGAIN', 'REQUALIFICATION')),
    state             text not null check (state in ('DRAFT', 'SUBMITTED', 'IN_REVIEW',
                      'INFORMATION_REQUESTED', 'QUALIFIED', 'REFUSED', 'WITHDRAWN')),
    opened_at         timestamptz not null,
    submitted_at      timestamptz,
    -- The promise: days promised, days used up before the last stop, and whether the clock runs.
    promised_days     int check (promised_days >= 0),
    counted_days      int check (counted_days >= 0),
    running_since     timestamptz,
    -- As told to both sides when the clock last started; the queue is sorted by it.
    due_at            timestamptz,
    reviewer          uuid,
    reviewer_name     text,
    reasons           text[],
    words             text,
    decided_by        uuid,
    decided_by_name   text,
    decided_at        timestamptz,
    evidence          uuid[],
    pack_hash         text,
    refused_for_good  boolean,
    qualified_until   timestamptz,
    withdrawn_at      timestamptz,
    constraint submission_fits_state check (
        (submitted_at is not null) = (state <> 'DRAFT')
        and (promised_days is not null) = (state <> 'DRAFT')
        and (counted_days is not null) = (state <> 'DRAFT')),
    constraint clock_fits_state check (
        ((running_since is not null) or state not in ('SUBMITTED', 'IN_REVIEW'))
        and ((running_since is null) or state not in ('DRAFT', 'INFORMATION_REQUESTED'))
        and (due_at is not null) = (state in ('SUBMITTED', 'IN_REVIEW'))),
    constraint reviewer_fits_state check (
        (reviewer is not null) = (state in ('IN_REVIEW', 'INFORMATION_REQUESTED'))
        and (reviewer_name is not null) = (reviewer is not null)),
    -- Nobody is qualified or refused without a decision that names person, evidence and rules.
    constraint decision_fits_state check (
        (decided_at is not null) = (state in ('QUALIFIED', 'REFUSED'))
        and (decided_by is not null) = (decided_at is not null)
        and (decided_by_name is not null) = (decided_at is not null)
        and (reasons is not null) = (decided_at is not null)
        and (words is not null) = (decided_at is not null)
        and (evidence is not null) = (decided_at is not null)
        and (pack_hash is not null) = (decided_at is not null)
        and (refused_for_good is not null) = (state = 'REFUSED')
        and (qualified_until is not null) = (state = 'QUALIFIED')),
    constraint refusal_has_a_reason check (state <> 'REFUSED' or cardinality(reasons) > 0),
    constraint withdrawal_fits_state check ((withdrawn_at is not null) = (state = 'WITHDRAWN'))
);
create unique index qualification_case_one_open on verification.qualification_case (organisation)
    where state not in ('QUALIFIED', 'REFUSED', 'WITHDRAWN');
create index qualification_case_by_organisation
    on verification.qualification_case (organisation, number);
create index qualification_case_queue on verification.qualification_case (office, due_at)
    where state in ('SUBMITTED', 'IN_REVIEW', 'INFORMATION_REQUESTED');

-- A closed case is a record: it is not rewritten, and no case is deleted.
create function verification.keep_closed_cases() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('QUALIFIED', 'REFUSED', 'WITHDRAWN') then
        raise exception 'case % is closed and kept as it is', old.number;
    end if;
    return new;
end $$;
create trigger keep_closed_cases before update or delete on verification.qualification_case
    for each row execute function verification.keep_closed_cases();

create table verification.question (
    id          uuid primary key,
    case_id     uuid not null references verification.qualification_case,
    position    int not null,
    ready       text,
    text        text not null,
    asked_at    timestamptz not null,
    asked_by    text not null,
    answer      text,
    answered_at timestamptz,
    answered_by text,
    unique (case_id, position),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);

-- The files lie in a folder under names of our making; here stands what they are.
create table verification.evidence (
    id           uuid primary key,
    organisation uuid not null,
    case_id      uuid not null references verification.qualification_case,
    kind         text not null,
    file_name    text not null,
    media_type   text not null,
    size_bytes   bigint not null check (size_bytes > 0),
    sha256       char(64) not null,
    stored_as    text not null unique,
    uploaded_at  timestamptz not null,
    uploaded_by  text not null,
    removed_at   timestamptz
);
create index evidence_by_organisation on verification.evidence (organisation, uploaded_at);

-- What happened to a case, for both sides to read.
create table verification.history (
    id      bigint generated always as identity primary key,
    case_id uuid not null references verification.qualification_case,
    at      timestamptz not null,
    by      text not null,
    event   text not null check (event in ('OPENED', 'EVIDENCE_ADDED', 'EVIDENCE_REMOVED', 'SUBMITTED',
            'CLAIMED', 'HANDED_OVER', 'RELEASED', 'ASKED', 'ANSWERED', 'RESUMED', 'QUALIFIED',
            'REFUSED', 'WITHDRAWN', 'LAPSED')),
    detail  text not null
);
create index history_by_case on verification.history (case_id, id);
