#!/usr/bin/env bash
# Puts the secrets the app needs into its vault, those that are missing; what is there is never changed. azd runs this after it has
# provisioned. By hand: infra/secrets.sh, or infra/secrets.sh rotate NAME for a new value of one (docs/operate.md says when), with VAULT_NAME and
# APP_ID as azd env get-values shows them. Needs the Azure CLI, signed in as an operator, and openssl.
set -euo pipefail

: "${VAULT_NAME:?Say which vault: VAULT_NAME=kv-… infra/secrets.sh (azd env get-values shows it)}"

: "${APP_ID:?Say which app: APP_ID=/subscriptions/… infra/secrets.sh (azd env get-values shows it)}"

if [ "${CI:-}" = true ]; then
  echo "Secrets are put in by operators, not by a pipeline."
  exit 0
fi

for tool in az openssl; do
  command -v "$tool" > /dev/null || { echo "$tool is not installed." >&2; exit 1; }
done

# What is there, asked once and for certain: a question that fails must never look like a secret that is missing, or a new key would take the
# place of the one all rows were written with. A role that was just given counts after some minutes.
tries=${TRIES:-40}
until there=$(az keyvault secret list --vault-name "$VAULT_NAME" --query '[].name' --output tsv 2>/dev/null); do
  tries=$((tries - 1))
  if [ "$tries" -le 0 ]; then
    echo "The vault $VAULT_NAME cannot be read: are you in the group of operators, and at an address its firewall lets in?" >&2
    exit 1
  fi
  echo "Waiting for access to $VAULT_NAME ..."
  sleep "${PAUSE:-15}"
done

exists() { grep --quiet --line-regexp --fixed-strings -- "$1" <<< "$there"; }

# The value goes through a file only the caller can read: what stands on a command line, everybody on the machine can see.
put() (
  file=$(umask 077 && mktemp)
  trap 'rm -f "$file"' EXIT
  printf %s "$2" > "$file"
  az keyvault secret set --vault-name "$VAULT_NAME" --name "$1" --file "$file" --encoding utf-8 --output none
  echo "$1: put into $VAULT_NAME"
)

# The last act of every change: the app fetches its secrets anew; an instance that runs has the old ones until it starts again.
finish() {
  "$(dirname "$0")/references.sh"
  if [ "$1" = changed ]; then az functionapp restart --ids "$APP_ID" --output none; echo "The app starts anew."; fi
}

# generate NAME PREFIX: 32 random bytes as base64 behind the prefix.
generate() {
  if exists "$1"; then echo "$1: is there"; else put "$1" "$2$(openssl rand -base64 32)"; outcome=changed; fi
}

# ask NAME VARIABLE TEXT: from the variable, or from whoever sits at the terminal.
ask() {
  if exists "$1"; then echo "$1: is there"; return; fi
  read_value "$@"
  put "$1" "$value"
  outcome=changed
}

# read_value NAME VARIABLE TEXT
read_value() {
  value=${!2:-}
  if [ -z "$value" ] && [ -t 0 ]; then read -r -s -p "$3: " value; echo; fi
  if [ -z "$value" ]; then echo "$1 is missing: set $2, or run this at a terminal." >&2; exit 1; fi
}

# A new link key stands in front and signs; those behind it keep verifying the links already mailed.
next_link_keys() {
  local old newest
  old=$(az keyvault secret show --vault-name "$VAULT_NAME" --name link-keys --query value --output tsv)
  newest=$(tr ';' '\n' <<< "$old" | sed -n 's/^k\([0-9][0-9]*\)=.*/\1/p' | sort -n | tail -1)
  value="k$((${newest:-0} + 1))=$(openssl rand -base64 32);$old"
}

if [ "${1:-}" = rotate ]; then
  case "${2:-}" in
    sendgrid-api-key) read_value "$2" SENDGRID_API_KEY "SendGrid's new API key" ;;
    sendgrid-webhook-public-key) read_value "$2" SENDGRID_WEBHOOK_PUBLIC_KEY "SendGrid's new verification key" ;;
    link-keys) next_link_keys ;;
    row-key) echo "The row key is never changed: all rows of persons are found by it. docs/operate.md says what to do when it became known." >&2; exit 1 ;;
    *) echo "infra/secrets.sh rotate sendgrid-api-key | sendgrid-webhook-public-key | link-keys" >&2; exit 1 ;;
  esac
  exists "$2" || { echo "$2 is not in $VAULT_NAME: run infra/secrets.sh without arguments first." >&2; exit 1; }
  put "$2" "$value"
  finish changed
  exit 0
fi

outcome=unchanged
generate row-key ""
generate link-keys "k1="
ask sendgrid-api-key SENDGRID_API_KEY "SendGrid's API key (Restricted Access, only Mail Send)"
ask sendgrid-webhook-public-key SENDGRID_WEBHOOK_PUBLIC_KEY "SendGrid's verification key of the signed event webhook to ${APP_URL:-the app}/api/mail-events"
finish "$outcome"
