-- What people say about themselves, if they like.
alter table cabinet_user
    add column last_name    text check (length(last_name) <= 60),
    add column first_name   text check (length(first_name) <= 60),
    add column middle_name  text check (length(middle_name) <= 60),
    add column display_name text check (length(display_name) <= 60),
    add column time_zone    text check (length(time_zone) <= 60);
