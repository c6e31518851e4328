#!/bin/sh
# Brings Temporal's two databases to the schema of this version; safe to run at every start. The schemas are inside
# the tool, which finds the server and its password in SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD. A database is
# begun only while it has no table of versions: on one that has, `setup-schema` would fail.
set -eu
for database in temporal temporal_visibility; do
  schema=temporal
  [ "$database" = temporal ] || schema=visibility
  tool="temporal-sql-tool --plugin postgres12 --database $database"
  update="$tool update-schema --schema-name postgresql/v12/$schema"
  $update || { $tool setup-schema --version 0.0 && $update; }
done
