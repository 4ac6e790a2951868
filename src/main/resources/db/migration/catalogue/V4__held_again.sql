-- An order may let go of its stock and take it again, as one that is to be paid by cheque and then otherwise:
-- each time is a turn, held once and let go once (ORD-04, PAY-04).
alter table catalogue.stock_movement add column turn integer not null default 1 check (turn > 0);
drop index catalogue.stock_held_once;
drop index catalogue.stock_let_go_once;
create unique index stock_held_once on catalogue.stock_movement (office, offer, cause, turn) where kind = 'HELD';
create unique index stock_let_go_once on catalogue.stock_movement (office, offer, cause, turn)
    where kind in ('RELEASED', 'TAKEN');
