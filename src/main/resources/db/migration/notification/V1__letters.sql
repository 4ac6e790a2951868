create schema if not exists notification;

-- Every letter, from the moment its cause was committed (NOT-02). It stays as what the organisation can read again.
create table notification.letter (
    id            uuid primary key,
    organisation  uuid,
    person        uuid,
    recipient     text not null check (recipient <> ''),
    language      text not null,
    template      text not null check (template <> ''),
    subject       text not null check (subject <> ''),
    html          text not null,
    body          text not null,
    -- What the letter is about, once: a second one with the same key is the same letter.
    dedupe_key    text not null unique,
    state         text not null check (state in ('due', 'sent', 'failed')),
    written_at    timestamptz not null,
    next_try      timestamptz not null,
    attempts      int not null default 0 check (attempts >= 0),
    sent_at       timestamptz,
    problem       text,
    copy_of       uuid references notification.letter,
    copied_by     text,
    check ((state = 'sent') = (sent_at is not null)),
    check ((copy_of is null) = (copied_by is null))
);
create index letter_due on notification.letter (next_try) where state = 'due';
create index letter_of_organisation on notification.letter (organisation, written_at desc);
create index letter_written on notification.letter (written_at desc);
