-- Units of a line that came back are nobody's any more: seats end with them, the partner's support with the last of
-- them, on that day (ORD-09, ORD-11, ORD-12).
alter table ordering.order_line add column given_back bigint not null default 0
    check (given_back between 0 and quantity);
alter table ordering.support_contract add column ended_on date;
