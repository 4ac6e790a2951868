-- Names are shared: whose act it was stands beside the name (ACC-09). Empty in rows older than this column.
alter table pack.confirmation add column confirmed_by_person uuid;
