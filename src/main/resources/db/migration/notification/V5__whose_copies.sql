-- Who had a letter sent again, beside the name it shows: names are shared (ACC-09). Empty in rows older than this.
alter table notification.letter
    add column copied_by_person uuid,
    add constraint copied_by_nobody_else check (copied_by_person is null or copied_by is not null);
