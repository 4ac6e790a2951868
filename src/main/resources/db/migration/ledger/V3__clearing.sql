-- What a bank statement shows is posted against one clearing account, whatever it turns out to be; what pays nothing that
-- the office sells has an account, too: so the bank's account is the statement's balance.
alter table ledger.account disable trigger account_is_append_only;
alter table ledger.account drop constraint account_kind_check;
update ledger.account set kind = 'CLEARING' where kind = 'UNASSIGNED';
alter table ledger.account add constraint account_kind_check check (
    kind in ('CUSTOMER', 'ORDERED', 'FEES', 'TAX', 'BANK', 'PAYPAL', 'CHEQUES', 'CLEARING', 'PAYOUTS', 'PAYMENT_COSTS',
             'ROUNDING', 'OTHER'));
alter table ledger.account enable trigger account_is_append_only;
