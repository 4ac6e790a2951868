-- In which order the numbers stood in the latest files. A file that is cut exactly at a line's end is whole to look
-- at; that its neighbours are all gone together gives it away.
create table registry.order_of_records (
    register text primary key,
    numbers  text[] not null
);
