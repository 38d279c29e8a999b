#!/usr/bin/env bash
# Pictures of every kind of page, light and dark, at three widths, and the result as printed: bash tests/screenshots.sh FOLDER [NAME...]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:?usage: bash tests/screenshots.sh FOLDER [NAME...]}
shift
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

scratch=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

dotnet build src/GutGuide.Web --nologo -v quiet
address=http://127.0.0.1:${PORT:-5090}
ASPNETCORE_ENVIRONMENT=Production GutGuide__DataDirectory=$scratch/data \
  dotnet src/GutGuide.Web/bin/Debug/net10.0/GutGuide.Web.dll --urls "$address" >"$scratch/log" 2>&1 &
server=$!
curl --silent --fail --retry 60 --retry-delay 1 --retry-connrefused --output /dev/null "$address/" || { cat "$scratch/log" >&2; exit 1; }

cp tests/screenshots.mjs "$scratch"
(cd "$scratch" && npm install --silent --no-save --ignore-scripts playwright-core@1.64.1 >/dev/null && node screenshots.mjs "$address" "$folder" "$@")
