#!/usr/bin/env bash
# Lets the app fetch its secrets from the vault anew and shows what became of each reference. Azure keeps what it fetched for 24 hours, over
# restarts too (https://learn.microsoft.com/azure/app-service/app-service-key-vault-references#understand-rotation). infra/secrets.sh ends with
# this; by hand: APP_ID=… infra/references.sh (azd env get-values shows it). Needs the Azure CLI, signed in as an operator.
set -euo pipefail

: "${APP_ID:?Say which app: APP_ID=/subscriptions/… infra/references.sh (azd env get-values shows it)}"
references="$APP_ID/config/configreferences/appsettings"

az rest --method post --url "$references/refresh?api-version=2022-03-01" --output none

tries=${TRIES:-20}
while true; do
  states=$(az rest --method get --url "$references?api-version=2022-03-01" --query 'value[].[name, properties.status]' --output tsv)
  unresolved=$(awk -F '\t' 'NF && $2 != "Resolved"' <<< "$states")
  if [ -n "$states" ] && [ -z "$unresolved" ]; then break; fi
  tries=$((tries - 1))
  if [ "$tries" -le 0 ]; then
    echo "${states:-No reference is known.}"
    echo "Not every secret reached the app: is each in the vault, may the app's identity read it, does the vault's firewall let the app in?" >&2
    exit 1
  fi
  sleep "${PAUSE:-15}"
done

echo "$states"
