-- What readers say under an article; nothing is shown before staff of the office read it (HLP-03).
create table help.comment (
    id         uuid primary key,
    office     text not null,
    article    text not null,
    person     uuid not null,
    author     text not null,
    language   text not null,
    body       text not null check (length(body) between 1 and 2000),
    state      text not null check (state in ('waiting', 'shown', 'refused')),
    written_at timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    reason     text,
    constraint comment_columns_fit_state check (
        (state = 'waiting') = (decided_at is null)
        and (decided_at is null) = (decided_by is null)
        and (state = 'refused') = (reason is not null))
);
create index comment_of_article on help.comment (office, article, written_at) where state = 'shown';
create index comment_waiting on help.comment (office, written_at) where state = 'waiting';
create index comment_of_person on help.comment (person, written_at);
