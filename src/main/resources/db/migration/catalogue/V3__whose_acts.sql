-- Whose act a row keeps, beside the name it shows: names are shared (ACC-09). Empty where the product acted, and in rows
-- older than this.
alter table catalogue.stock_movement add column by_person uuid;
alter table catalogue.code add column imported_by_person uuid;
