-- A request is claimed before it is answered, so that the same one sent again meanwhile is told to wait.
alter table api.answer
    alter column status drop not null,
    alter column content_type drop not null,
    alter column body drop not null,
    alter column answered_at drop not null,
    add column started_at timestamptz not null default now(),
    add constraint an_answer_is_whole check (
        (status is null) = (answered_at is null)
        and (status is null) = (body is null)
        and (status is null) = (content_type is null));
alter table api.answer alter column started_at drop default;
