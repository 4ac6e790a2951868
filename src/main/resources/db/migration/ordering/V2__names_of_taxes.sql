-- What the tax of a line is called where it is not VAT, such as HST: in the language of the order, as its titles are.
alter table ordering.order_line add column tax_name text check (tax_name <> '');
