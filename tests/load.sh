#!/usr/bin/env bash
# Many people answering at once, without script, against a site of its own on this machine: bash tests/load.sh [PEOPLE [SECONDS]]
set -euo pipefail
cd "$(dirname "$0")/.."
people=${1:-200}
seconds=${2:-60}

scratch=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
  rm -rf "$scratch"
}
trap finish EXIT

# SITE names a published copy; without it the site is built here.
site=${SITE:-src/GutGuide.Web/bin/Release/net10.0}
[ -n "${SITE:-}" ] || dotnet build src/GutGuide.Web -c Release --nologo -v quiet
address=http://127.0.0.1:${PORT:-5091}
ASPNETCORE_ENVIRONMENT=Production GutGuide__DataDirectory=$scratch/data GutGuide__AnswersPerMinute=1000000 GutGuide__StartsPerMinute=1000000 \
  dotnet "$site/GutGuide.Web.dll" --urls "$address" >"$scratch/log" 2>&1 &
server=$!
curl --silent --fail --retry 60 --retry-delay 1 --retry-connrefused --output /dev/null "$address/" || { cat "$scratch/log" >&2; exit 1; }
node tests/load.mjs "$address" "$people" "$seconds"
