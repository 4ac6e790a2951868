-- Names are shared: whose act it was stands beside the name (ACC-09). Empty where the product or a machine acted, in
-- rows older than this column, and for whoever was forgotten.
alter table verification.question
    add column asked_by_person uuid,
    add column answered_by_person uuid,
    add constraint question_answered_by_somebody check (answered_by_person is null or answered_by is not null);
alter table verification.evidence add column uploaded_by_person uuid;
alter table verification.history add column by_person uuid;
create index question_by_asker on verification.question (asked_by_person) where asked_by_person is not null;
create index question_by_answerer on verification.question (answered_by_person) where answered_by_person is not null;
create index evidence_by_person on verification.evidence (uploaded_by_person) where uploaded_by_person is not null;
create index history_by_person on verification.history (by_person) where by_person is not null;
