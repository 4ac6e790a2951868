-- Names are shared: whose act it was stands beside the name (ACC-09). Empty in rows older than this column.
alter table programme.waiver
    add column recorded_by_person uuid,
    add column revoked_by_person uuid,
    add constraint waiver_revoked_by_somebody check (revoked_by_person is null or revoked_by is not null);
alter table programme.judgement add column judged_by_person uuid;
