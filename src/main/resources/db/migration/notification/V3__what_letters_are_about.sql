-- What a letter is about: an order's page shows the order's letters, whatever their subject says.
alter table notification.letter
    add column about_type text,
    add column about_id   text,
    add constraint about_is_whole check ((about_type is null) = (about_id is null));

-- Letters about orders carry the order's name, `an-office/10001`, in their key; copies that staff sent do not, and
-- follow their original.
update notification.letter
   set about_type = 'order',
       about_id   = substring(dedupe_key from '^ordering\.[a-z-]+:([^:/]+/[0-9]+)')
 where dedupe_key ~ '^ordering\.[a-z-]+:[^:/]+/[0-9]+';
update notification.letter copy
   set about_type = original.about_type,
       about_id   = original.about_id
  from notification.letter original
 where copy.copy_of = original.id and copy.about_type is null;

create index letter_about on notification.letter (about_type, about_id) where about_type is not null;
