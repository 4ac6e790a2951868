-- Names are shared: whose act it was stands beside the name (ACC-09). Empty where the product or the demo made the key,
-- and in rows older than this column.
alter table identity.api_key add column created_by_person uuid;
