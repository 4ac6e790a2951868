-- News of programmes that open were chosen for a whole organisation; persons choose them now (NOT-03). What somebody
-- chose goes on for the one who chose it.
insert into notification.mailing_choice (person, mailing, wanted, chosen_at)
select distinct on (chosen_by) chosen_by, 'eligibility', wanted, chosen_at
from programme.news_choice
order by chosen_by, chosen_at desc
on conflict do nothing;
drop table programme.news_choice;
