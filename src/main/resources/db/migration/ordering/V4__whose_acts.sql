-- Whose act a row keeps, beside the name it shows: names are shared (ACC-09). Empty where the product or a partner's
-- machine acted, and in rows older than this.
alter table ordering.cart_acceptance add column accepted_by_person uuid;
alter table ordering.line_acceptance add column accepted_by_person uuid;
alter table ordering.hand_over add column by_person uuid;
alter table ordering.order_event add column by_person uuid;
alter table ordering.parcel_arrival add column by_person uuid;
alter table ordering.line_person
    add column assigned_by_person uuid,
    add column freed_by_person uuid,
    add constraint freed_by_nobody_before check (freed_by_person is null or freed_at is not null);
alter table ordering.placed_order
    add column ended_by_person uuid,
    add constraint ended_by_nobody_before check (ended_by_person is null or ended_by is not null);
