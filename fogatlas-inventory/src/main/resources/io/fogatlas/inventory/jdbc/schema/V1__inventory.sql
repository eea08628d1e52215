-- H2 commits after each statement: all of them can be repeated, in case the first open was cut off between two.

-- The one row whose lock is the turn to change anything. Generation -1: nothing is in it yet.
create table if not exists inventory (
    id smallint not null primary key check (id = 1),
    generation bigint not null,
    others text not null
);

insert into inventory (id, generation, others)
    select 1, -1, '' where not exists (select 1 from inventory);

-- What happened, one row for each generation; the oldest are deleted from time to time.
create table if not exists event (
    generation bigint not null primary key,
    happened_at timestamp(6) with time zone not null,
    kind varchar(20) not null,
    namespace varchar(300),
    application varchar(300),
    request varchar(300),
    document text not null
);

-- What exists now, in the order of ordinal: region, node, link, endpoint.
create table if not exists element (
    kind varchar(10) not null,
    id varchar(300) not null,
    ordinal bigint generated always as identity,
    document text not null,
    primary key (kind, id)
);

-- What is reserved now: held (until expires_at), replacing (held, beside the one that it is to replace), confirmed.
create table if not exists reservation (
    namespace varchar(300) not null,
    application varchar(300) not null,
    request varchar(300) not null,
    status varchar(10) not null,
    expires_at timestamp(6) with time zone,
    document text not null,
    primary key (namespace, application)
);

-- How the last reservations ended, so that a call that is repeated late is recognised.
create table if not exists ending (
    ordinal bigint generated always as identity primary key,
    namespace varchar(300) not null,
    application varchar(300) not null,
    request varchar(300) not null,
    how varchar(10) not null,
    ended_at timestamp(6) with time zone not null,
    document text not null
);
