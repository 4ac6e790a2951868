-- What a person chose to be written, beside what must be told them (NOT-03). Who chose nothing has what is usual.
create table notification.mailing_choice (
    person    uuid not null,
    mailing   text not null check (mailing in ('product-alerts', 'eligibility', 'new-partners')),
    wanted    boolean not null,
    chosen_at timestamptz not null,
    primary key (person, mailing)
);
create index mailing_wanted on notification.mailing_choice (mailing) where wanted;

-- A letter of a mailing can be left with one click (RFC 8058); letters of orders and cases belong to none.
alter table notification.letter
    add column mailing text check (mailing in ('product-alerts', 'eligibility', 'new-partners')),
    add constraint mailing_is_to_a_person check (mailing is null or person is not null);
