#!/bin/sh
# Runs once, on an empty data volume. Lipei's three roles are the same as everywhere: the owner migrates, the
# application can neither change the schema nor rewrite what must only grow, the reader reads.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set reader="$READER_PASSWORD" \
  --set temporal="$TEMPORAL_PASSWORD" <<'SQL'
create role lipei_owner login password :'owner';
create role lipei_app login password :'app';
create role lipei_reader login password :'reader';
create role temporal login password :'temporal';
create database lipei owner lipei_owner;
create database temporal owner temporal;
create database temporal_visibility owner temporal;
SQL
