-- What was set aside is something: costs, money from or to PayPal, money recorded before, something else.
alter table banking.decision
    add column purpose text check (purpose in ('BANK_COSTS', 'PAYPAL', 'RECORDED', 'OTHER'));
alter table banking.decision
    add constraint decision_purpose_of_what_is_set_aside check (purpose is null or kind = 'SET_ASIDE');
