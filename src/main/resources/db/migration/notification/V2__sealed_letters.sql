-- What a letter says is sealed (`vault`): letters carry links that open an account, and who reads the database, or a
-- backup of it, must not find one. Letters written before stay as they are; their links are dead within a week.
alter table notification.letter
    alter column html drop not null,
    alter column body drop not null,
    add column sealed_html bytea,
    add column sealed_body bytea,
    add constraint sealed_or_written_before check (
        (sealed_html is null) = (sealed_body is null)
        and (html is null) = (body is null)
        and (html is null) = (sealed_html is not null));
