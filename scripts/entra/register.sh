#!/usr/bin/env bash
# Registers Office Shifts with Microsoft Entra by the Azure CLI: says what it will do, asks, does it.
# What it writes comes from manifest/product.json, as the manifests do. Nobody is consented for, no secret is printed.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
graph='https://graph.microsoft.com/v1.0'
microsoft_graph='00000003-0000-0000-c000-000000000000'
url='' client_id='' certificate='' admin='' credential='certificate' print_only=no assume_yes=no
options=() tenants=''

usage() {
  cat <<'TEXT'
Usage: scripts/entra/register.sh --url https://office-shifts.example.com [options]
  --client-id <GUID>     update this registration instead of creating one
  --certificate <file>   PEM with the certificate to trust; it replaces those before
                         (default: a new self-signed one, good for a year)
  --secret               a client secret instead of a certificate, good for 180 days; written to a file
  --no-credential        leave certificates and secrets as they are
  --admin <user>         give this user (sign-in name or object id) the app role Integration.Admin
  --multi-tenant         people of other organisations may sign in
  --print                say what would be done, and stop
  --yes                  do not ask
TEXT
}

die() {
  printf '%s\n' "$1" >&2
  exit 1
}

need_value() { [ "$#" -ge 2 ] && [ -n "$2" ] || die "$1 needs a value."; }

while [ "$#" -gt 0 ]; do
  case "$1" in
    --url) need_value "$@"; url="$2"; shift 2 ;;
    --client-id) need_value "$@"; client_id="$2"; shift 2 ;;
    --certificate) need_value "$@"; certificate="$2"; shift 2 ;;
    --admin) need_value "$@"; admin="$2"; shift 2 ;;
    --secret) credential=secret; shift ;;
    --no-credential) credential=none; shift ;;
    --multi-tenant) options+=(--multi-tenant); tenants='*'; shift ;;
    --print) print_only=yes; shift ;;
    --yes) assume_yes=yes; shift ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; die "Unknown option $1." ;;
  esac
done

command -v node >/dev/null || die 'Node.js is needed; scripts/entra/Register.ps1 does without it.'
if [ -n "$certificate" ] && [ "$credential" != certificate ]; then
  die '--certificate and --secret or --no-credential exclude each other.'
fi
[ -z "$certificate" ] || [ -r "$certificate" ] || die "The certificate $certificate can't be read."
[ -n "$client_id" ] && options+=(--client-id "$client_id")
body() { node "$here/registration.mjs" "$1" --url "$url" ${options[@]+"${options[@]}"} "${@:2}"; }

body plan
case "$credential" in
  certificate) printf '  9. Trust the certificate %s\n' "${certificate:-office-shifts.pem, which is made here, with its private key, good for 365 days}" ;;
  secret) echo '  9. Make a client secret, good for 180 days, and write it to office-shifts.secret' ;;
  none) echo '  9. Leave certificates and secrets as they are' ;;
esac
[ -z "$admin" ] || printf ' 10. Give %s the app role Integration.Admin\n' "$admin"
[ "$print_only" = no ] || exit 0

command -v az >/dev/null || die 'The Azure CLI (az) is needed: https://aka.ms/azure-cli'
tenant="$(az account show --query tenantId --output tsv 2>/dev/null)" || die 'Sign in first: az login --allow-no-subscriptions'
printf '\nIn the tenant %s, as %s.\n' "$tenant" "$(az account show --query user.name --output tsv)"
if [ "$assume_yes" = no ]; then
  read -r -p 'Go on? [y/N] ' answer
  case "$answer" in y | Y | yes) ;; *) die 'Nothing was done.' ;; esac
fi

if [ "$credential$certificate" = certificate ] && [ -e office-shifts.pem ]; then
  die 'office-shifts.pem is there already: move it away, or give it with --certificate.'
fi
umask 077
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

call() { # method, path, file with the body
  az rest --method "$1" --url "$graph/$2" --headers 'Content-Type=application/json' --body "@$3" --output json
}

# Entra needs some seconds until every one of its servers knows a new registration
patiently() {
  local try
  for try in 1 2 3 4 5; do
    if "$@" 2>"$work/error"; then return 0; fi
    [ "$try" = 5 ] || sleep "${PATIENCE_SECONDS:-4}"
  done
  cat "$work/error" >&2
  return 1
}

az ad sp show --id "$microsoft_graph" --query 'oauth2PermissionScopes[].{value:value,id:id}' --output json >"$work/permissions.json"
body create --permissions "$work/permissions.json" >"$work/create.json"
if [ -z "$client_id" ]; then
  call POST applications "$work/create.json" >"$work/created.json"
  client_id="$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).appId' "$work/created.json")"
  options+=(--client-id "$client_id")
else
  call PATCH "applications(appId='$client_id')" "$work/create.json" >/dev/null
fi

trusted=()
if [ "$credential" = certificate ]; then
  if [ -z "$certificate" ]; then
    certificate=office-shifts.pem
    openssl req -x509 -newkey rsa:3072 -sha256 -nodes -days 365 -subj '/CN=Office Shifts' \
      -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
    cat "$work/key.pem" "$work/certificate.pem" >"$certificate"
  fi
  trusted=(--certificate "$certificate")
fi
body update ${trusted[@]+"${trusted[@]}"} >"$work/update.json"
patiently call PATCH "applications(appId='$client_id')" "$work/update.json" >/dev/null

if ! az ad sp show --id "$client_id" --output none 2>/dev/null; then
  patiently az ad sp create --id "$client_id" --output none
fi

if [ "$credential" = secret ]; then
  ends="$(node -p 'new Date(Date.now() + 180 * 86400000).toISOString()')"
  printf '{"passwordCredential":{"displayName":"Office Shifts","endDateTime":"%s"}}' "$ends" >"$work/password.json"
  call POST "applications(appId='$client_id')/addPassword" "$work/password.json" >"$work/secret.json"
  node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).secretText' "$work/secret.json" >office-shifts.secret
fi

if [ -n "$admin" ]; then
  principal="$(az ad user show --id "$admin" --query id --output tsv)"
  resource="$(az ad sp show --id "$client_id" --query id --output tsv)"
  role="$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).appRoles.find(({ value }) => value === "Integration.Admin").id' "$work/create.json")"
  printf '{"principalId":"%s","resourceId":"%s","appRoleId":"%s"}' "$principal" "$resource" "$role" >"$work/role.json"
  patiently call POST "servicePrincipals/$resource/appRoleAssignedTo" "$work/role.json" >/dev/null
fi

cat <<TEXT

Done. The server's environment:
  ENTRA_CLIENT_ID=$client_id
  ENTRA_TENANTS=${tenants:-$tenant}
TEXT
case "$credential" in
  certificate) echo "  ENTRA_CLIENT_CERTIFICATE=$certificate   (with its private key; keep it out of the repository)" ;;
  secret) echo "  ENTRA_CLIENT_SECRET=<the content of office-shifts.secret>   ENTRA_CLIENT_SECRET_EXPIRES=${ends%%T*}" ;;
esac
cat <<TEXT
Consent for everybody (an administrator who may consent opens this once):
  https://login.microsoftonline.com/$tenant/v2.0/adminconsent?client_id=$client_id&scope=https://graph.microsoft.com/.default&redirect_uri=${url%/}/auth-end
The package for Teams and Outlook:
  npm run package -- --url $url --client-id $client_id
TEXT
