#!/usr/bin/env bash
# Looks after a deployment whether it is what the template says and answers. azd runs this after it has deployed, and so does the pipeline; by
# hand: APP_ID=… APP_URL=… infra/check.sh (azd env get-values shows both). Changes nothing.
set -euo pipefail

: "${APP_ID:?Say which app: APP_ID=/subscriptions/… infra/check.sh (azd env get-values shows it)}"
: "${APP_URL:?Say where it is: APP_URL=https://… infra/check.sh (azd env get-values shows it)}"

# The platform may add the setting again, empty; the host then no longer signs in with its identity
# (https://github.com/Azure/azure-functions-host/issues/11796).
# This command takes no --ids (https://learn.microsoft.com/cli/azure/functionapp/config/appsettings).
IFS=/ read -r _ _ subscription _ group _ _ _ app <<< "$APP_ID"
settings=$(az functionapp config appsettings list --subscription "$subscription" --resource-group "$group" --name "$app" --query '[].name' --output tsv)
if grep --quiet --line-regexp --fixed-strings AzureWebJobsStorage <<< "$settings"; then
  echo "The setting AzureWebJobsStorage is there again. Take it away, then look once more:" >&2
  echo "  az functionapp config appsettings delete --ids $APP_ID --setting-names AzureWebJobsStorage" >&2
  exit 1
fi
echo "host storage: by identity"

states=$(az rest --method get --url "$APP_ID/config/configreferences/appsettings?api-version=2022-03-01" --query 'value[].[name, properties.status]' --output tsv)
if [ -z "$states" ] || grep --quiet --invert-match $'\tResolved$' <<< "$states"; then
  echo "${states:-No reference is known.}"
  echo "Not every secret reached the app: run infra/references.sh." >&2
  exit 1
fi
echo "secrets: all references are resolved"

for path in /health / /programm.json; do
  curl --fail --silent --show-error --output /dev/null --retry "${TRIES:-20}" --retry-delay "${PAUSE:-6}" --retry-all-errors "$APP_URL$path"
  echo "$path: answers"
done
headers=$(curl --silent --show-error --head --request GET "$APP_URL/")
if ! grep --quiet --ignore-case '^strict-transport-security:' <<< "$headers"; then
  echo "Pages lack the header Strict-Transport-Security: something else answers at $APP_URL." >&2
  exit 1
fi

# Right for a trial, so it is only said.
imprint=$(curl --silent --show-error "$APP_URL/impressum")
if grep --quiet --fixed-strings '(Muster)' <<< "$imprint"; then
  echo "$APP_URL/impressum still shows the examples of infra/main.bicepparam: say who you are before anybody visits." >&2
fi
