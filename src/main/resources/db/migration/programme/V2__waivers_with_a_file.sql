-- The partner's letter as a file, and whoever took a waiver back (ELI-05).
alter table programme.waiver
    add column file           uuid,
    add column revoked_at     timestamptz,
    add column revoked_by     text,
    add column revoked_reason text,
    add constraint revocation_is_whole check (
        (revoked_at is null) = (revoked_by is null)
        and (revoked_at is null) = (revoked_reason is null)
        and revoked_reason <> '');
create index waiver_by_file on programme.waiver (file) where file is not null;
