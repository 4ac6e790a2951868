-- Names are shared: whose act it was stands beside the name (ACC-09). Empty for visitors, in rows older than this
-- column, and for whoever was forgotten.
alter table help.comment
    add column decided_by_person uuid,
    add constraint comment_decided_by_somebody check (decided_by_person is null or decided_by is not null);
alter table help.message add column by_person uuid;
create index message_by_person on help.message (by_person) where by_person is not null;
