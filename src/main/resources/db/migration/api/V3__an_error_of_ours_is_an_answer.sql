-- An error of ours is kept and given again too, as any other answer under an Idempotency-Key.
alter table api.answer
    drop constraint answer_status_check,
    add constraint answer_status_check check (status between 200 and 500);
