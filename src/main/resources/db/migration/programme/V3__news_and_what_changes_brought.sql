-- Whether an organisation wants to hear of programmes that open to it; a loss is told whatever was chosen (ELI-04).
create table programme.news_choice (
    organisation uuid primary key,
    wanted       boolean not null,
    chosen_at    timestamptz not null,
    chosen_by    uuid not null
);

-- Up to which moment decisions belong to what a change request brought: its page and its letter say the same (ORG-04).
create table programme.change_effect (
    number       bigint primary key,
    organisation uuid not null,
    decided_at   timestamptz not null
);
