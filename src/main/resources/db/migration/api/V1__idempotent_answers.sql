create schema if not exists api;

-- The answer that was given to a request with an Idempotency-Key, to be given again byte by byte (OPS-03).
create table api.answer (
    api_key         text not null,
    idempotency_key text not null check (length(idempotency_key) between 1 and 255),
    request_hash    bytea not null check (length(request_hash) = 32),
    status          int not null check (status between 200 and 499),
    content_type    text not null,
    body            bytea not null,
    answered_at     timestamptz not null,
    primary key (api_key, idempotency_key)
);
create index answer_answered_at on api.answer (answered_at);
