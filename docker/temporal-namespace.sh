#!/bin/sh
# Creates the namespace once the server answers. The server's image has no shell to probe it from inside, so the
# waiting is done here, for two minutes at most. Closed claims stay visible for 30 days; the truth is in PostgreSQL.
set -eu
attempt=0
until temporal operator cluster health; do
  attempt=$((attempt + 1))
  [ "$attempt" -lt 60 ] || exit 1
  sleep 2
done
temporal operator namespace describe --namespace "$NAMESPACE" ||
  temporal operator namespace create --namespace "$NAMESPACE" --retention 30d
