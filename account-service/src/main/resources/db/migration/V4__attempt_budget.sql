-- How much of a budget is used: one row per subject, started anew when its window has ended.
create table attempt_budget (
    kind           text not null,
    subject        uuid not null,
    used           integer not null,
    window_ends_at timestamptz not null,
    primary key (kind, subject)
);
create index attempt_budget_ended on attempt_budget (window_ends_at);
