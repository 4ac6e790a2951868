-- Names are shared: whose act it was stands beside the name (ACC-09). Empty where the product acted, in rows older than
-- this column, and for whoever was forgotten.
alter table organisation.join_request
    add column answered_by_person uuid,
    add constraint join_request_answered_by_somebody check (answered_by_person is null or answered_by is not null);
alter table organisation.held_duplicate
    add column decided_by_person uuid,
    add constraint held_duplicate_decided_by_somebody check (decided_by_person is null or decided_by is not null);
