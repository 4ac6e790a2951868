-- A refusal is contested once: the contest is a case of its own, beside the record it is about.
alter table verification.qualification_case
    drop constraint qualification_case_kind_check,
    add constraint qualification_case_kind_check
        check (kind in ('FIRST', 'AGAIN', 'REQUALIFICATION', 'CONTEST')),
    add column contested                uuid unique references verification.qualification_case,
    add column contest_words            text,
    add column contested_decision_by    uuid,
    add column contested_decision_name  text,
    -- What the decision rested on, as `field=value`, and the statuses it found.
    add column facts                    text[] not null default '{}',
    add column statuses                 text[] not null default '{}',
    add constraint contest_fits_kind check (
        (contested is not null) = (kind = 'CONTEST')
        and (contest_words is not null) = (contested is not null)
        and (contested_decision_by is not null) = (contested is not null)
        and (contested_decision_name is not null) = (contested is not null)),
    add constraint facts_fit_state check (
        state in ('QUALIFIED', 'REFUSED') or (facts = '{}' and statuses = '{}'));

alter table verification.history
    drop constraint history_event_check,
    add constraint history_event_check check (event in ('OPENED', 'EVIDENCE_ADDED',
        'EVIDENCE_REMOVED', 'SUBMITTED', 'CLAIMED', 'HANDED_OVER', 'RELEASED', 'ASKED', 'ANSWERED',
        'RESUMED', 'QUALIFIED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CONTESTED', 'FACT_CHANGED'));

-- What happened stays as it was told; no table of records is emptied.
create function verification.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is kept as it is: % is refused', tg_table_name, tg_op
        using errcode = 'insufficient_privilege';
end $$;
create trigger history_only_grows before update or delete on verification.history
    for each row execute function verification.refuse_change();
create trigger history_is_never_emptied before truncate on verification.history
    for each statement execute function verification.refuse_change();
create trigger cases_are_never_emptied before truncate on verification.qualification_case
    for each statement execute function verification.refuse_change();
