-- The checks read each row's own entry, account and lines by their keys, by subqueries that no planner turns into a
-- join: statistics taken while a long run is not committed yet say that the tables are nearly empty, and a join was then
-- planned that read the whole table for each line.
create or replace function ledger.check_entries() returns trigger language plpgsql
    set enable_seqscan = off as $$
declare
    wrong bigint;
begin
    select e.id into wrong from added e
     where (select l.entry from ledger.line l where l.entry = e.id limit 1) is null limit 1;
    if wrong is not null then
        raise exception 'ledger: entry % came without its lines', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

create or replace function ledger.check_lines() returns trigger language plpgsql
    set enable_seqscan = off as $$
declare
    wrong bigint;
begin
    select a.entry into wrong from added a group by a.entry having sum(a.amount_minor) <> 0 limit 1;
    if wrong is not null then
        raise exception 'ledger: entry % is not balanced', wrong using errcode = 'check_violation';
    end if;
    select a.entry into wrong from added a
     where (select (e.office, e.currency, e.on_day) from ledger.entry e where e.id = a.entry)
           is distinct from
           (select (c.office, c.currency, a.on_day) from ledger.account c where c.id = a.account)
     limit 1;
    if wrong is not null then
        raise exception 'ledger: entry % mixes offices, currencies or days', wrong using errcode = 'check_violation';
    end if;
    select a.entry into wrong
      from (select entry, count(*) as lines from added group by entry) a
     where a.lines <> (select count(*) from ledger.line l where l.entry = a.entry) limit 1;
    if wrong is not null then
        raise exception 'ledger: nothing is added to entry % later', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;
