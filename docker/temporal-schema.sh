#!/bin/sh
# Brings Temporal's two databases to the schema of this version; safe to run at every start. `setup-schema` works
# on an empty database only, so it is tried when there is nothing to update.
set -eu
for database in temporal temporal_visibility; do
  folder=temporal
  [ "$database" = temporal ] || folder=visibility
  tool="temporal-sql-tool --plugin postgres12 --ep postgres --port 5432 --user temporal --db $database"
  update="$tool update-schema --schema-dir /etc/temporal/schema/postgresql/v12/$folder/versioned"
  $update || { $tool setup-schema --version 0.0 && $update; }
done
