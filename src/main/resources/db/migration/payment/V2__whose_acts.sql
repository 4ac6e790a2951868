-- Whose act a row keeps, beside the name it shows: names are shared (ACC-09). Empty where the product or a partner's
-- machine acted, and in rows older than this.
alter table payment.receipt add column recorded_by_person uuid;
alter table payment.repayment add column noted_by_person uuid;
